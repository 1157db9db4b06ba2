// The mean of all rooms of a floor: series are put together before windows are cut.
from(bucket: "house")
    |> range(start: v.timeRangeStart, stop: v.timeRangeStop)
    |> filter(fn: (r) => r._measurement == "climate" and r._field == "temperature")
    |> group(columns: ["floor"])
    |> aggregateWindow(every: 30m, fn: mean)
    |> yield(name: "floors")
