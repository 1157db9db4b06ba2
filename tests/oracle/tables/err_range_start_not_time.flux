import "array"

array.from(rows: [{_time: 2024-03-01T00:05:00Z, _start: "early", _value: 1}])
    |> group(columns: ["_start"])
    |> range(start: 2024-03-01T00:00:00Z, stop: 2024-03-01T01:00:00Z)
