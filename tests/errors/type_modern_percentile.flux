from(bucket: "b")
    |> range(start: -1h)
    |> percentile(percentile: 0.95)
