import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> derivative(unit: 1s, nonNegative: true) |> sum()
