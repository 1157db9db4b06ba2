apply = (f) => f(x: {a: 1, b: "s"})
x = apply(f: (x) => x.a + x.b)
