import "array"

data =
    array.from(
        rows: [
            {_time: 2024-03-01T00:00:10Z, _value: 1.0},
            {_time: 2024-03-01T00:01:10Z, _value: 2.0},
            {_time: 2024-03-01T00:02:10Z, _value: 4.0},
            {_time: 2024-03-01T00:03:10Z, _value: 8.0},
        ],
    )

minutes = (stop) =>
    data
        |> range(start: 2024-03-01T00:00:00Z, stop: stop)
        |> aggregateWindow(every: 1m, fn: mean)

minutes(stop: 2024-03-01T00:04:00Z) |> aggregateWindow(every: 2m, fn: sum) |> yield(name: "sum")
minutes(stop: 2024-03-01T00:03:30Z) |> aggregateWindow(every: 2m, fn: sum) |> yield(name: "sum of part")
minutes(stop: 2024-03-01T00:03:30Z)
    |> aggregateWindow(every: 2m, fn: count, createEmpty: false)
    |> yield(name: "count of part")
minutes(stop: 2024-03-01T00:03:30Z) |> timedMovingAverage(every: 1m, period: 2m) |> yield(name: "average")
minutes(stop: 2024-03-01T00:03:30Z) |> aggregateWindow(every: 2m, fn: max) |> yield(name: "max of part")
