// Everything of a span of time: one table for each series and field.
from(bucket: "house")
    |> range(start: 2023-12-31T23:39:00Z, stop: 2023-12-31T23:46:00Z)
