// One value for each half hour; a window without points would give null.
from(bucket: "house")
    |> range(start: -2h)
    |> filter(fn: (r) => r._measurement == "climate" and r._field == "temperature" and r.floor == "first")
    |> aggregateWindow(every: 30m, fn: max)
