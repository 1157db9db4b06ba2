from(bucket: "a")
    // the last hour
    |> range(start: -1h)
    |> filter(fn: (r) => r._value > 1.0 and exists r.host)
    |> yield(name: "x")

a = b |> c.d(e: 1) |> f()()
g = 1 + 2 |> h()
