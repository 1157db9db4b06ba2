import "array"

array.from(
    rows: [
        {_time: 2024-03-01T00:00:00Z, a: "", b: "x", _value: 1},
        {_time: 2024-03-01T00:00:00Z, a: "y", b: "", _value: 2},
    ],
)
    |> pivot(rowKey: ["_time"], columnKey: ["a", "b"], valueColumn: "_value")
