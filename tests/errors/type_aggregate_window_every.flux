from(bucket: "b")
    |> range(start: -1h)
    |> aggregateWindow(every: 60, fn: mean)
