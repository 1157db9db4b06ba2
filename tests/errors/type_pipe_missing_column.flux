import "array"

array.from(rows: [{x: 1}])
    |> map(fn: (r) => ({y: r.z}))
