import "influxdata/influxdb/v1"

v1.json(json: "{\"results\":[{\"error\":\"database not found: x\"}]}")  // expect error: the server reports: database not found: x
