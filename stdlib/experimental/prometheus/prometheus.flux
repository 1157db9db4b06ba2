// Package prometheus reads metrics in the text form of Prometheus.
package prometheus

import "experimental"
import "universe"

// scrape reads the metrics that an address shows.
//
// ## Parameters
//
// - url: Address to read from, e.g. `"http://localhost:9100/metrics"`. An answer with a status of 400 or more is an
//   error.
//
// ## Examples
//
// ```flux --now 2024-01-01T00:00:00Z @answer metrics.txt
// import "experimental/prometheus"
//
// prometheus.scrape(url: "http://localhost:9100/metrics")
//     |> filter(fn: (r) => r._field == "node_load1")
// ```
//
// ```text
// _result · table 0 · _measurement=prometheus, _field=node_load1
// ┌──────────────────────┬────────┬───────────────────────────────┐
// │ _time                │ _value │ url                           │
// │ time                 │  float │ string                        │
// ├──────────────────────┼────────┼───────────────────────────────┤
// │ 2024-01-01T00:00:00Z │   0.75 │ http://localhost:9100/metrics │
// └──────────────────────┴────────┴───────────────────────────────┘
// 1 row
// ```
builtin scrape : (url: string) => stream[A] where A: Record

// histogramQuantile estimates a quantile from a histogram of Prometheus.
//
// The result has the column `quantile` in its group key.
//
// ## Parameters
//
// - quantile: Quantile to compute, from 0.0 to 1.0.
// - metricVersion: How the collector lays out histograms: 1 puts bounds into `_field`, 2 into `le`
//   (default `2`).
// - onNonmonotonic: What to do if counts decrease: `"error"`, `"force"` or `"drop"`
//   (default `"error"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/prometheus"
//
// noon = 2024-01-01T12:00:00Z
//
// array.from(
//     rows: [
//         {
//             _time: noon,
//             _field: "seconds",
//             path: "/",
//             le: "0.1",
//             _value: 40.0,
//         },
//         {
//             _time: noon,
//             _field: "seconds",
//             path: "/",
//             le: "0.5",
//             _value: 80.0,
//         },
//         {
//             _time: noon,
//             _field: "seconds",
//             path: "/",
//             le: "+Inf",
//             _value: 100.0,
//         },
//     ],
// )
//     |> group(columns: ["_field", "path", "le"])
//     |> prometheus.histogramQuantile(quantile: 0.5)
//     |> keep(columns: ["path", "quantile", "_value"])
// ```
//
// ```text
// _result · table 0 · path=/, quantile=0.5
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │    0.2 │
// └────────┘
// 1 row
// ```
histogramQuantile = (quantile, metricVersion=2, onNonmonotonic="error", tables=<-) => {
    estimate = (tables=<-) =>
        universe.histogramQuantile(
            tables: tables,
            quantile: quantile,
            onNonmonotonic: onNonmonotonic,
        )
            |> group(columns: ["le", "_value", "_time"], mode: "except")
            |> set(key: "quantile", value: string(v: quantile))
            |> experimental.group(mode: "extend", columns: ["quantile"])
    boundsInField = () =>
        filter(tables: tables, fn: (r) => r._field != "count" and r._field != "sum")
            |> map(fn: (r) => ({r with le: float(v: r._field)}))
            |> group(columns: ["_field", "le", "_value"], mode: "except")
            |> estimate()
    boundsInLe = () =>
        group(tables: tables, columns: ["le", "_value"], mode: "except")
            |> map(fn: (r) => ({r with le: float(v: r.le)}))
            |> estimate()

    return
        if metricVersion == 1 then
            boundsInField()
        else if metricVersion == 2 then
            boundsInLe()
        else
            die(msg: "Invalid metricVersion. Available versions are 1 and 2.")
}
