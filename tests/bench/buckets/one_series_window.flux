from(bucket: "points")
    |> range(start: 2023-11-14T00:00:00Z, stop: 2023-11-16T00:00:00Z)
    |> filter(fn: (r) => r._measurement == "cpu" and r.host == "host_0123" and r._field == "usage")
    |> aggregateWindow(every: 1m, fn: mean)
