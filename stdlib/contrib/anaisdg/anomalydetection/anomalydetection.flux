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
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/anaisdg/anomalydetection"
//
// noon = 2024-05-01T12:00:00Z
//
// array.from(
//     rows: [
//         {_time: noon, room: "attic", _value: 24.0},
//         {_time: noon, room: "kitchen", _value: 21.0},
//         {_time: noon, room: "study", _value: 20.0},
//         {_time: noon, room: "hall", _value: 19.0},
//         {_time: noon, room: "oven", _value: 180.0},
//     ],
// )
//     |> anomalydetection.mad(threshold: 5.0)
//     |> keep(columns: ["room", "_value", "level"])
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┬─────────┐
// │ room    │ _value │ level   │
// │ string  │  float │ string  │
// ├─────────┼────────┼─────────┤
// │ attic   │    1.5 │ normal  │
// │ kitchen │      0 │ normal  │
// │ study   │    0.5 │ normal  │
// │ hall    │      1 │ normal  │
// │ oven    │   79.5 │ anomaly │
// └─────────┴────────┴─────────┘
// 5 rows
// ```
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
                fn: (r) => ({r with level: if r._value >= threshold then "anomaly" else "normal"}),
            )
}
