data = from(bucket: "b") |> range(start: -1h)

data |> filter(fn: (r) => r._value + 1)
