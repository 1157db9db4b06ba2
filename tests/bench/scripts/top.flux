import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> group() |> top(n: 10)
