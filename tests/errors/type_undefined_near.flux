data = from(bucket: "b") |> rang(start: -1h)
