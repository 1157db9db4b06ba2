import "array"

array.from(
    rows: [
        {_value: 0.1},
        {_value: 10000000000.0},
        {_value: 0.1},
        {_value: 0.7},
        {_value: float(v: "NaN")},
        {_value: 2.0},
        {_value: 4.5},
        {_value: 0.3},
    ],
)
    |> movingAverage(n: 2)
