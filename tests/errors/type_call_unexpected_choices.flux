f = (a, width=1, height=2) => a
x = f(a: 1, colour: "red")
