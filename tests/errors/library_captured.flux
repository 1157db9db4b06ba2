// An argument that a function inside a package captured, used for each row.
import "array"
import "contrib/bonitoo-io/tickscript"
import "experimental/json"

array.from(rows: [{_time: 2024-01-01T00:00:00Z, _measurement: "m", _field: "f", _value: 1.0}])
    |> group(columns: ["_measurement"])
    |> tickscript.alert(
        check: tickscript.defineCheck(id: "i", name: "n"),
        topic: json.parse(data: bytes(v: "5")),
    )
