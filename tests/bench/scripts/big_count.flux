import "csv"
data = csv.from(file: "@DATA@/big.csv")
data |> filter(fn: (r) => r._value > 50.0) |> count()
