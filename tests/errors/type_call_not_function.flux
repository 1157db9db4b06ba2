x = "text"
y = x(a: 1)
