// Package anomalydetection finds values that stand out.
package anomalydetection

import "math"

// mad compares series at each time by the median absolute deviation.
//
// `_value` becomes the deviation of a value in units of the median deviation; `level` says whether
// that is an `anomaly` or `normal`.
//
// ## Parameters
//
// - threshold: Least deviation of an anomaly (default `3.0`).
// - table: Input tables (piped in).
mad = (threshold=3.0, table=<-) => {
    values = group(tables: table, columns: ["_time"])
    middle = median(tables: values)
    deviations =
        join(tables: {data: values, med: middle}, on: ["_time"])
            |> map(fn: (r) => ({r with _value: math.abs(x: r._value_data - r._value_med)}))
            |> drop(columns: ["_start", "_stop", "_value_data", "_value_med"])

    // With this factor the deviation of normally distributed values is their standard deviation.
    usual =
        median(tables: deviations)
            |> map(fn: (r) => ({r with MAD: 1.4826 * r._value}))
            |> filter(fn: (r) => r.MAD > 0.0)

    return
        join(tables: {diff: deviations, diff_med: usual}, on: ["_time"])
            |> map(fn: (r) => ({r with _value: r._value_diff / r._value_diff_med}))
            |> map(
                fn: (r) =>
                    ({r with level: if r._value >= threshold then "anomaly" else "normal"}),
            )
}
