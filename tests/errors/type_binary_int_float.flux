rate = 100 / 2.5
share = 0.5 * 3
