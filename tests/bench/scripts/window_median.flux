import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> range(start: 2021-01-01T00:00:00Z, stop: 2021-01-07T00:00:00Z) |> window(every: 1h) |> median()
