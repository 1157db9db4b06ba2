// Package planner switches rules of the planner off.
package planner

// disableLogicalRules lists the logical rules that are not applied.
//
// ## Examples
//
// ```flux
// import "array"
// import "planner"
//
// option planner.disableLogicalRules = ["MergeFiltersRule"]
//
// array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 21.0}])
//     |> filter(fn: (r) => r._value > 20.0)
//     |> filter(fn: (r) => r.room == "hall")
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ hall   │     21 │
// └────────┴────────┘
// 1 row
// ```
option disableLogicalRules = [""]

// disablePhysicalRules lists the physical rules that are not applied.
//
// ## Examples
//
// ```flux
// import "array"
// import "planner"
//
// // Without this rule all rows are sorted, not only the first one found.
// option planner.disablePhysicalRules = ["SortLimitRule"]
//
// array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 21.0}])
//     |> sort(columns: ["_value"], desc: true)
//     |> limit(n: 1)
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ hall   │     21 │
// └────────┴────────┘
// 1 row
// ```
option disablePhysicalRules = [""]
