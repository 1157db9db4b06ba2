a = f(x: [1]
b = g(y: a)
