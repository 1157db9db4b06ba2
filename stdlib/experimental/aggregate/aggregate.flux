// Package aggregate has aggregates for windows of time.
package aggregate

import "experimental"

// rate computes the mean rate of growth of counters in windows of time.
//
// ## Parameters
//
// - every: Length of a window.
// - groupColumns: Columns by which the rates of one window are added up (default `[]`).
// - unit: Length of time that a rate refers to (default `1s`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/aggregate"
//
// // A counter that is read every half minute and starts anew once.
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 100.0},
//         {_time: 2024-01-01T12:00:30Z, _value: 160.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 280.0},
//         {_time: 2024-01-01T12:01:30Z, _value: 20.0},
//         {_time: 2024-01-01T12:01:50Z, _value: 40.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:02:00Z)
//     |> aggregate.rate(every: 1m, unit: 1s)
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬──────────────────────┐
// │ _value │ _time                │
// │  float │ time                 │
// ├────────┼──────────────────────┤
// │      2 │ 2024-01-01T12:01:00Z │
// │    2.5 │ 2024-01-01T12:02:00Z │
// └────────┴──────────────────────┘
// 2 rows
// ```
rate = (every, groupColumns=[], unit=1s, tables=<-) => {
    perWindow = (column, tables=<-) => {
        means = mean(tables: tables, column: column) |> group(columns: groupColumns)

        return means |> experimental.group(mode: "extend", columns: ["_start", "_stop"]) |> sum()
    }

    return
        derivative(tables: tables, unit: unit, nonNegative: true)
            |> aggregateWindow(every: every, fn: perWindow)
}
