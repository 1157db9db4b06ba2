extend = (r) => ({r with a: 1})
s = extend(r: 5)
