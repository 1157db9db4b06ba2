from(bucket: "points")
    |> range(start: 2023-11-14T00:00:00Z, stop: 2023-11-16T00:00:00Z)
    |> filter(fn: (r) => r._field == "usage")
    |> last()
