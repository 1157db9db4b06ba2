// A parameter that is called and is no function.
import "array"
import "experimental/json"
import "influxdata/influxdb/monitor"

check = {_check_id: "1", _check_name: "c", _type: "threshold", tags: {}}

array.from(rows: [{_measurement: "m", _time: 2024-01-01T00:00:00Z, n: 1}])
    |> monitor.check(data: check, crit: json.parse(data: bytes(v: "5")), messageFn: (r) => "m")
