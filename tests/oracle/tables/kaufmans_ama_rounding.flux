import "array"

array.from(rows: [
    {_value: -1.5},
    {_value: 10000000000.0},
    {_value: 10.0},
    {_value: -78.25},
    {_value: 2.5},
    {_value: 10.0},
])
    |> kaufmansAMA(n: 3)
