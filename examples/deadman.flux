// A deadman check: which machine has sent nothing for ten minutes? The bucket is a file (fluxi.toml); with a
// server, a cron job or a timer runs the same script against live data.
import "experimental"
import "influxdata/influxdb/monitor"

from(bucket: "plant")
    |> range(start: -1h)
    |> filter(fn: (r) => r._measurement == "machine" and r._field == "vibration")
    |> monitor.deadman(t: experimental.subDuration(d: 10m, from: now()))
    |> keep(columns: ["_time", "hall", "name", "dead"])
    |> group()
    |> rename(columns: {_time: "last_seen"})
