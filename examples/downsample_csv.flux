// From readings every ten minutes to one row for two hours and bed. The file is plain CSV, in which every column
// is text, so times and numbers are converted first. Its path starts at the folder you are in.
import "csv"
import "math"

csv.from(file: "data/greenhouse.csv", mode: "raw")
    |> map(fn: (r) => ({_time: time(v: r.time), bed: r.bed, _value: float(v: r.temperature)}))
    |> group(columns: ["bed"])
    |> range(start: 2024-05-01T00:00:00Z, stop: 2024-05-02T00:00:00Z)
    |> aggregateWindow(every: 2h, fn: mean, createEmpty: false, timeSrc: "_start")
    |> map(
        fn: (r) => ({_time: r._time, bed: r.bed, celsius: math.round(x: r._value * 10.0) / 10.0}),
    )
