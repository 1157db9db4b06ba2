add = (x, y) x + y
