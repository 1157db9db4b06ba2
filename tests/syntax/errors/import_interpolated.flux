import "influxdata/${name}"
