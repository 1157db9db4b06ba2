import "array"

data =
    array.from(
        rows: [
            {_time: 2024-03-01T00:05:00Z, host: "a", _value: 10.5},
            {_time: 2024-03-01T00:20:00Z, host: "a", _value: 2.5},
            {_time: 2024-03-01T00:55:00Z, host: "b", _value: 7.25},
            {_time: 2024-03-01T01:10:00Z, host: "b", _value: 4.0},
        ],
    )
        |> group(columns: ["host"])
data
    |> range(start: 2024-03-01T01:00:00Z, stop: 2024-03-01T02:00:00Z)
    |> aggregateWindow(every: 30m, fn: mean, createEmpty: false)
