// Package generate makes tables out of nothing.
package generate

// from makes a table whose values a function computes.
//
// The columns are `_time`, at equal distances, and `_value`.
//
// ## Parameters
//
// - start: Time of the first row; a time, or a duration relative to `now()`.
// - stop: Time at which the row after the last one would stand, of the same type as `start`.
// - count: Number of rows; 0 gives an empty table.
// - fn: Function that is called with the number of each row as `n`; the first is 0.
//
// ## Examples
//
// ```flux
// import "generate"
//
// generate.from(count: 4, fn: (n) => n * n, start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:02:00Z)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-01-01T00:00:00Z │      0 │
// │ 2024-01-01T00:00:30Z │      1 │
// │ 2024-01-01T00:01:00Z │      4 │
// │ 2024-01-01T00:01:30Z │      9 │
// └──────────────────────┴────────┘
// 4 rows
// ```
builtin from : (
    count: int,
    fn: (n: int) => int,
    start: A,
    stop: A,
) => stream[{_value: int, _time: time, _stop: time, _start: time}] where A: Timeable
