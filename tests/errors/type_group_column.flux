from(bucket: "b")
    |> range(start: -1h)
    |> group(columns: "host")
