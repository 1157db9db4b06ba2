// Reads the metrics of a program as Prometheus would, and keeps what has grown large. `--param url=…` reads
// another program.
import "experimental/prometheus"

url = "http://localhost:9100/metrics"

prometheus.scrape(url: url)
    |> filter(fn: (r) => r._measurement == "prometheus" and r._field == "queue_length")
    |> keep(columns: ["queue", "_value"])
    |> group()
    |> filter(fn: (r) => r._value >= 100.0)
    |> sort(columns: ["_value"], desc: true)
