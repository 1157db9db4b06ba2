// Package table works on whole tables.
package table

// fill gives each empty table one row of nulls.
//
// Columns of the group key have their value in that row.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/table"
//
// // After the filter one of the two tables is empty.
// array.from(rows: [{room: "attic", _value: 38.5}, {room: "hall", _value: 21.0}])
//     |> group(columns: ["room"])
//     |> filter(fn: (r) => r._value > 30.0, onEmpty: "keep")
//     |> table.fill()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   38.5 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   null │
// └────────┘
// 1 row
// ```
builtin fill : (<-tables: stream[A]) => stream[A] where A: Record
