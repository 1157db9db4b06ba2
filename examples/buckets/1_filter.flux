// The rows of one measurement and field: what half of all scripts begin with. The bucket is a file here: fluxi.toml
// beside this script mounts data/house.lp under the name "house".
from(bucket: "house")
    |> range(start: -30m)
    |> filter(fn: (r) => r._measurement == "climate" and r._field == "temperature")
    |> filter(fn: (r) => r.room == "kitchen")
