import "array"

array.from(rows: [{_value: 1.5}, {_value: float(v: "NaN")}, {_value: 2.5}, {_value: 4.0}])
    |> difference(nonNegative: true)
