from(bucket: "b")
    |> range(start: -2h, end: -1h)
