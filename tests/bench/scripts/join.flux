import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
a = data |> filter(fn: (r) => r._field == "usage_user") |> group(columns: ["host"])
b = data |> filter(fn: (r) => r._field == "usage_system") |> group(columns: ["host"])
join(tables: {a: a, b: b}, on: ["_time", "host"]) |> sum(column: "_value_b")
