f = (a) => a + 1
x = f(a: "s")
