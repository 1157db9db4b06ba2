// Values that are more than three standard deviations away from the mean of their series. Mean and deviation are
// taken out of a table into the script, then every row is compared with them.
unusual = (tables=<-, name) => {
    own = tables |> filter(fn: (r) => r.name == name)
    mean = (own |> mean() |> findRecord(fn: (key) => true, idx: 0))._value
    deviation = (own |> stddev() |> findRecord(fn: (key) => true, idx: 0))._value

    return
        own
            |> map(
                fn: (r) => ({
                    _time: r._time,
                    name: r.name,
                    _value: r._value,
                    score: (r._value - mean) / deviation,
                }),
            )
            |> filter(fn: (r) => r.score > 3.0 or r.score < -3.0)
            |> group()
}

vibration =
    from(bucket: "plant")
        |> range(start: -1h)
        |> filter(fn: (r) => r._measurement == "machine" and r._field == "vibration")

union(
    tables: [
        vibration |> unusual(name: "lathe"),
        vibration |> unusual(name: "mill"),
        vibration |> unusual(name: "press"),
    ],
)
    |> sort(columns: ["_time"])
