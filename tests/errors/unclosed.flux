a = f(
b = ]
c = {
d = )
e = [
f = }
g = (x) =>
h = * 2
i = "text
