import "array"
import "join"

left = array.from(rows: [{x: float(v: "NaN"), a: 1}, {x: 1.0, a: 2}])
right = array.from(rows: [{x: float(v: "NaN"), b: 3}, {x: 1.0, b: 4}])

join.inner(left: left, right: right, on: (l, r) => l.x == r.x, as: (l, r) => ({l with b: r.b}))
