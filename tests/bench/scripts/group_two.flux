import "csv"
data = csv.from(file: "@DATA@/flat.csv")
data |> group(columns: ["status", "path"]) |> mean(column: "latency")
