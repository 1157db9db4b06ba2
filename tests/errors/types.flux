// Operands, conditions, branches and elements whose types do not fit.
a = 1 + 2.0
b = if 1 then "yes" else "no"
c = if true then 1 else "one"
d = [1, "two"]
e = "a" and true
f = {name: "x"}
g = f.nme
