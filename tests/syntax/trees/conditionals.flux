a = if b then c else d
e = if a then 1 else if b then 2 else if c then 3 else 4
f = if if a then b else c then d else e
g = (if a then b else c) + 1
h = f(x: if a then b else c)
i = if a then if b then 1 else 2 else 3
