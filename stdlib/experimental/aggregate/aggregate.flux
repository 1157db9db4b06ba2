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
rate = (every, groupColumns=[], unit=1s, tables=<-) => {
    perWindow = (column, tables=<-) => {
        means = mean(tables: tables, column: column) |> group(columns: groupColumns)

        return means |> experimental.group(mode: "extend", columns: ["_start", "_stop"]) |> sum()
    }

    return
        derivative(tables: tables, unit: unit, nonNegative: true)
            |> aggregateWindow(every: every, fn: perWindow)
}
