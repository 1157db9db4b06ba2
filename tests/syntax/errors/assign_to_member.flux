r = {a: 1}

r.a = 2
