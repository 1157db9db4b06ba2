// Package events works with streams of events.
package events

// duration gives the time from each row to the next one.
//
// The last row of a table lasts until the time in `stopColumn`, or until `stop`.
//
// ## Parameters
//
// - unit: Unit of the result, which counts whole ones (default `1s`).
// - columnName: Column that receives the result (default `duration`).
// - timeColumn: Column with the time of a row (default `_time`).
// - stopColumn: Column with the time at which a table ends (default `_stop`).
// - stop: Time at which all tables end, instead of that in the column.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/tomhollingworth/events"
//
// array.from(
//     rows: [
//         {_time: 2024-06-01T08:00:00Z, state: "on"},
//         {_time: 2024-06-01T08:10:00Z, state: "off"},
//         {_time: 2024-06-01T08:25:00Z, state: "on"},
//     ],
// )
//     |> events.duration(unit: 1m, columnName: "minutes", stop: 2024-06-01T09:00:00Z)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬─────────┐
// │ _time                │ state  │ minutes │
// │ time                 │ string │     int │
// ├──────────────────────┼────────┼─────────┤
// │ 2024-06-01T08:00:00Z │ on     │      10 │
// │ 2024-06-01T08:10:00Z │ off    │      15 │
// │ 2024-06-01T08:25:00Z │ on     │      35 │
// └──────────────────────┴────────┴─────────┘
// 3 rows
// ```
builtin duration : (
    <-tables: stream[A],
    ?columnName: string,
    ?stop: time,
    ?stopColumn: string,
    ?timeColumn: string,
    ?unit: duration,
) => stream[B] where A: Record, B: Record
