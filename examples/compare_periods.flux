// The last ten minutes beside the ten before: the older values are moved forward in time and put into the same rows.
import "math"

vibration = (start, stop) =>
    from(bucket: "plant")
        |> range(start: start, stop: stop)
        |> filter(
            fn: (r) => r._measurement == "machine" and r._field == "vibration" and r.hall == "north",
        )
        |> aggregateWindow(every: 5m, fn: mean)
        |> keep(columns: ["_time", "_value", "name"])

before =
    vibration(start: -20m, stop: -10m)
        |> timeShift(duration: 10m)
        |> set(key: "when", value: "before")
recent = vibration(start: -10m, stop: now()) |> set(key: "when", value: "now")

union(tables: [before, recent])
    |> group(columns: ["name"])
    |> pivot(rowKey: ["_time"], columnKey: ["when"], valueColumn: "_value")
    |> map(fn: (r) => ({r with percent: math.round(x: 100.0 * r.now / r.before)}))
    |> keep(columns: ["_time", "name", "percent"])
