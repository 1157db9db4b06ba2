// A panel of a dashboard: the record v has the range of time and the width of a window. fluxi fills it from
// --time-range, --window-period and --var, or with values that make sense.
from(bucket: v.defaultBucket)
    |> range(start: v.timeRangeStart, stop: v.timeRangeStop)
    |> filter(fn: (r) => r["_measurement"] == "climate")
    |> filter(fn: (r) => r["_field"] == "humidity")
    |> aggregateWindow(every: v.windowPeriod, fn: mean, createEmpty: false)
    |> yield(name: "mean")
