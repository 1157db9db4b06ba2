// Three ways to smooth a curve: the last five values, weights that fade, and windows of time that overlap.
import "math"

round = (tables=<-) =>
    tables |> map(fn: (r) => ({r with _value: math.round(x: r._value * 100.0) / 100.0}))
vibration =
    from(bucket: "plant")
        |> range(start: -12m)
        |> filter(
            fn: (r) => r._measurement == "machine" and r._field == "vibration" and r.name == "mill",
        )
        |> keep(columns: ["_time", "_value"])

vibration |> movingAverage(n: 5) |> round() |> yield(name: "five values")
vibration |> exponentialMovingAverage(n: 5) |> round() |> yield(name: "fading")
vibration
    |> timedMovingAverage(every: 3m, period: 6m)
    |> round()
    |> yield(name: "six minutes, every three")
