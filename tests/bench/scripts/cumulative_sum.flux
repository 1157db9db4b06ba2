import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> cumulativeSum() |> last()
