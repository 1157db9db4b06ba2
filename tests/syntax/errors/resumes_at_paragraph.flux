from(bucket: "a")
    |> range(start -1h)
    |> sum()

from(bucket: "b")
    |> range(start: -1h
    |> sum()

from(bucket: "c")
    |> range(start: -1h)
