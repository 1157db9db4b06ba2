name = (r) => r.first + r.last
x = name(r: {first: "a"})
