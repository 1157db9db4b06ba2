a = {r.b with c: 1}
