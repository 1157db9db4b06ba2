import "array"

array.from(
    rows: [
        {_time: 2024-03-01T00:05:00Z, _value: 2024-02-01T00:00:00Z},
        {_time: 2024-03-01T00:15:00Z, _value: 2024-02-02T00:00:00Z},
    ],
)
    |> range(start: 2024-03-01T00:00:00Z, stop: 2024-03-01T01:00:00Z)
    |> aggregateWindow(every: 30m, fn: count)
