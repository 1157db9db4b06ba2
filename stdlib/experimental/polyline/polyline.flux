// Package polyline thins out curves.
package polyline

// rdp drops points that change the shape of a curve little (algorithm of Ramer, Douglas, Peucker).
//
// Give one of `epsilon` and `retention`; without both, a tolerance is computed. The result has the columns of the group
// key, `_time` and `_value`, whatever the columns are called that it was made of.
//
// ## Parameters
//
// - valColumn: Column with the values (default `_value`).
// - timeColumn: Column with the times (default `_time`).
// - epsilon: Greatest distance that a dropped point may have to the new curve, in units of the values.
// - retention: Share of the points to keep, in per cent (0.0 to 100.0).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Points that lie on a line are dropped
//
// ```flux
// import "array"
// import "experimental/polyline"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 1.0},
//         {_time: 2024-01-01T12:00:01Z, _value: 2.0},
//         {_time: 2024-01-01T12:00:02Z, _value: 3.0},
//         {_time: 2024-01-01T12:00:03Z, _value: 9.0},
//         {_time: 2024-01-01T12:00:04Z, _value: 9.0},
//     ],
// )
//     |> polyline.rdp(epsilon: 0.5)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      1 │
// │ 2024-01-01T12:00:02Z │      3 │
// │ 2024-01-01T12:00:03Z │      9 │
// │ 2024-01-01T12:00:04Z │      9 │
// └──────────────────────┴────────┘
// 4 rows
// ```
builtin rdp : (
    <-tables: stream[A],
    ?epsilon: float,
    ?retention: float,
    ?timeColumn: string,
    ?valColumn: string,
) => stream[B] where A: Record, B: Record
