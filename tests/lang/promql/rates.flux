// What PromQL does with the samples of a range.
// args: --format plain-csv
import "array"
import "internal/promql"

counter =
    array.from(
        rows: [
            {_time: 2020-01-01T00:00:10Z, _value: 5.0},
            {_time: 2020-01-01T00:00:20Z, _value: 15.0},
            {_time: 2020-01-01T00:00:30Z, _value: 3.0},
            {_time: 2020-01-01T00:00:40Z, _value: 13.0},
        ],
    )
        |> range(start: 2020-01-01T00:00:00Z, stop: 2020-01-01T00:01:00Z)

shown = (name, tables=<-) => tables |> keep(columns: ["_value"]) |> yield(name: name)

counter |> promql.changes() |> shown(name: "changes")
counter |> promql.resets() |> shown(name: "resets")
// The samples go on to both ends: 8 and 15, and each end lies nearer than 1.1 intervals or counts half.
counter |> promql.extrapolatedRate() |> shown(name: "delta")
counter |> promql.extrapolatedRate(isCounter: true) |> shown(name: "increase")
counter |> promql.extrapolatedRate(isCounter: true, isRate: true) |> shown(name: "rate")
counter |> promql.instantRate() |> shown(name: "idelta")
counter |> promql.instantRate(isRate: true) |> shown(name: "irate")
counter |> promql.linearRegression() |> shown(name: "deriv")
counter |> promql.linearRegression(predict: true, fromNow: 10.0) |> shown(name: "predict")
counter |> promql.holtWinters(smoothingFactor: 0.5, trendFactor: 0.5) |> shown(name: "smooth")
counter |> promql.timestamp() |> shown(name: "timestamp")
// expect: _value
// expect: 3
// expect:
// expect: _value
// expect: 1
// expect:
// expect: _value
// expect: 12
// expect:
// expect: _value
// expect: 31.833333333333336
// expect:
// expect: _value
// expect: 0.5305555555555556
// expect:
// expect: _value
// expect: 10
// expect:
// expect: _value
// expect: 1
// expect:
// expect: _value
// expect: 0.12
// expect:
// expect: _value
// expect: 14.399999999999999
// expect:
// expect: _value
// expect: 15.75
// expect:
// expect: _value
// expect: 1577836810
// expect: 1577836820
// expect: 1577836830
// expect: 1577836840
