// args: --format plain-csv
import "array"
import "internal/promql"

array.from(rows: [{_time: 2020-01-01T00:00:10Z, _value: 5.0}])
    |> promql.holtWinters(smoothingFactor: 1.5, trendFactor: 0.5)  // expect error: invalid smoothing factor. Expected: 0 < sf < 1, got: 1.5
