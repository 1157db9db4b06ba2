|> range(start: -1h)
    |> sum()
