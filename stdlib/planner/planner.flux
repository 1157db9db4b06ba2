// Package planner switches rules of the planner off.
package planner

// disableLogicalRules lists rules of the planner that are not applied.
//
// `fluxi plan` names those that were applied. It makes no difference in which of the two lists a rule stands.
//
// ## Examples
//
// ```flux
// import "array"
// import "planner"
//
// // Without this rule the rows are grouped twice, not only the second time.
// option planner.disableLogicalRules = ["MergeGroupRule"]
//
// array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 21.0}])
//     |> group(columns: ["room"])
//     |> group()
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ attic  │   19.5 │
// │ hall   │     21 │
// └────────┴────────┘
// 2 rows
// ```
option disableLogicalRules = [""]

// disablePhysicalRules lists rules of the planner that are not applied, as `disableLogicalRules` does.
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
