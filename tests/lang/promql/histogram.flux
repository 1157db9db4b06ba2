// A quantile of a histogram as Prometheus stores it: rows in any order, a bound that is no number is skipped.
// args: --format plain-csv
import "array"
import "internal/promql"

bins = (rows) => array.from(rows: rows)
quantile = (q, name, tables=<-) => tables |> promql.promHistogramQuantile(quantile: q) |> yield(name: name)

linear =
    bins(
        rows: [
            {le: "+Inf", _value: 10.0},
            {le: "0.5", _value: 5.0},
            {le: "x", _value: 7.0},
            {le: "1", _value: 10.0},
        ],
    )

linear |> quantile(q: 0.75, name: "inside")
linear |> quantile(q: 0.0, name: "lowest")
linear |> quantile(q: -1.0, name: "below")
linear |> quantile(q: 2.0, name: "above")
bins(rows: [{le: "1", _value: 3.0}, {le: "2", _value: 4.0}]) |> quantile(q: 0.5, name: "open")
bins(rows: [{le: "1", _value: 3.0}, {le: "+Inf", _value: 10.0}]) |> quantile(q: 0.9, name: "last")
bins(rows: [{le: "-1", _value: 9.0}, {le: "+Inf", _value: 10.0}]) |> quantile(q: 0.5, name: "negative")
// Counts that fall are raised.
bins(rows: [{le: "1", _value: 6.0}, {le: "2", _value: 2.0}, {le: "4", _value: 8.0}, {le: "+Inf", _value: 8.0}])
    |> quantile(q: 0.875, name: "falling")
// expect: _value
// expect: 0.75
// expect:
// expect: _value
// expect: 0
// expect:
// expect: _value
// expect: -Inf
// expect:
// expect: _value
// expect: +Inf
// expect:
// expect: _value
// expect: NaN
// expect:
// expect: _value
// expect: 1
// expect:
// expect: _value
// expect: -1
// expect:
// expect: _value
// expect: 3
