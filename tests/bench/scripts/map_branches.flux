import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> map(fn: (r) => ({r with level: if r._value > 90.0 then "crit" else if r._value > 70.0 then "warn" else "ok"})) |> group(columns: ["level"]) |> count()
