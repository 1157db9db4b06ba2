import "array"

left =
    array.from(rows: [{_time: 2024-03-01T00:05:00Z, a: 1}, {_time: 2024-03-01T00:40:00Z, a: 2}])
        |> range(start: 2024-03-01T00:00:00Z, stop: 2024-03-01T01:00:00Z)
right = array.from(rows: [{_time: 2024-03-01T00:05:00Z, b: 3}, {_time: 2024-03-01T00:40:00Z, b: 4}])

join(tables: {left: left, right: right}, on: ["_time"]) |> window(every: 30m)
