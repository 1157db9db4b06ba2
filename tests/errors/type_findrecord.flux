data = from(bucket: "b") |> range(start: -1h)
r = data |> findRecord(fn: (key) => key.host, idx: 0)
