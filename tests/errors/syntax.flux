// Five broken statements, each reported at its place.
a = [1, 2
b = 1 +
c = {x: 1, y}}
d = "text ${1 +} more"
e = if true then 1
f = 10
