f = (x) => x

y = f(x=1)
