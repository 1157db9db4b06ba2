import "csv"
data = csv.from(file: "@DATA@/cpu1m.csv")
data |> filter(fn: (r) => r.host =~ /^host_[0-4]$/ and r.region !~ /_3$/) |> group() |> sum()
