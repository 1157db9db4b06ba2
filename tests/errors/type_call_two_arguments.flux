f = (x, y) => x + 1 + int(v: y + 1)
z = f(x: "one", y: 2.0)
