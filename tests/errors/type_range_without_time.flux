import "array"

array.from(rows: [{x: 1}])
    |> range(start: -1h)
