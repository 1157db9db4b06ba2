// Package interpolate fills gaps between rows with values in between.
package interpolate

// linear adds rows at regular times, with values on the line between two known ones.
//
// All columns but `_time` and `_value` must be in the group key.
//
// ## Parameters
//
// - every: Distance between two times.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "interpolate"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 10.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 16.0},
//     ],
// )
//     |> interpolate.linear(every: 1m)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │     10 │
// │ 2024-01-01T12:01:00Z │     12 │
// │ 2024-01-01T12:02:00Z │     14 │
// │ 2024-01-01T12:03:00Z │     16 │
// └──────────────────────┴────────┘
// 4 rows
// ```
builtin linear : (
    <-tables: stream[{A with _value: float, _time: time}],
    every: duration,
) => stream[{A with _value: float, _time: time}]
