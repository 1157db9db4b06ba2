f = (x=<-, n) => x + n
y = f(n: 1)
