r = 5
s = {r with a: 1}
