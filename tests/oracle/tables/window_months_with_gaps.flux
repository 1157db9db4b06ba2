import "array"

data =
    array.from(
        rows: [
            {_time: 2024-03-28T21:30:00Z, _value: 3.0},
            {_time: 2024-03-29T21:30:00Z, _value: 10.0},
            {_time: 2024-03-31T21:30:00Z, _value: 11.0},
        ],
    )
        |> range(start: 2024-03-01T00:00:00Z, stop: 2024-04-10T00:00:00Z)

data |> window(every: 1mo, offset: -1d) |> yield(name: "window")
data |> aggregateWindow(every: 1mo, offset: -1d, fn: sum) |> yield(name: "sum")
data |> aggregateWindow(every: 1mo, offset: 30d, fn: max) |> yield(name: "max")
