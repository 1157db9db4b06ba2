f = (x) => x
text = "f is ${f}"
