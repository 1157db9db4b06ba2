// How are values distributed? A histogram, quantiles of the values themselves, and one that is estimated from the
// histogram alone, as it has to be where only the counts were kept.
vibration =
    from(bucket: "plant")
        |> range(start: -1h)
        |> filter(fn: (r) => r._measurement == "machine" and r._field == "vibration")
        |> group()
        |> keep(columns: ["_value"])

bins =
    vibration
        |> histogram(bins: [
            1.0,
            2.0,
            3.0,
            4.0,
            5.0,
            10.0,
        ])

bins |> yield(name: "histogram")
vibration |> quantile(q: 0.5, method: "exact_mean") |> yield(name: "median")
vibration |> quantile(q: 0.99, method: "exact_selector") |> yield(name: "99th percentile")
bins |> histogramQuantile(quantile: 0.99) |> yield(name: "estimated from bins")
