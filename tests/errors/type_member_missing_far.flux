r = {a: 1, b: 2}
x = r.zone
