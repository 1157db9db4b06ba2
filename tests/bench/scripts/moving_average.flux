import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> movingAverage(n: 20) |> max()
