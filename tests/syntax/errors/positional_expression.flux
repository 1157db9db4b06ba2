f = (x) => x

y = f(a + 1)
