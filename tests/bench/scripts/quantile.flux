import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> group(columns: ["region"]) |> quantile(q: 0.95, method: "exact_mean")
