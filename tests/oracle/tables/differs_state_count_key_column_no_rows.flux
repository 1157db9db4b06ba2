import "array"

array.from(rows: [{_time: 2024-03-01T00:05:00Z, k: "a", _value: 1}])
    |> group(columns: ["k"])
    |> range(start: 2024-03-02T00:00:00Z, stop: 2024-03-03T00:00:00Z)
    |> stateCount(fn: (r) => r._value > 0, column: "k")
