// The values of a tag, for the drop-down list of a dashboard: answered from the index.
from(bucket: "house")
    |> range(start: v.timeRangeStart, stop: v.timeRangeStop)
    |> filter(fn: (r) => r._measurement == "climate")
    |> keep(columns: ["room"])
    |> distinct(column: "room")
    |> group()
