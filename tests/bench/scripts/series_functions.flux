import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> derivative(unit: 10s) |> movingAverage(n: 5) |> cumulativeSum() |> max()
