import "influxdata/influxdb/schema"

schema.tagValues(bucket: "points", tag: "host", start: 2023-11-14T00:00:00Z)
