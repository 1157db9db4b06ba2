// Package expect states what a test expects of the engine.
package expect

// planner states how often rules of the planner are to be applied.
//
// ## Parameters
//
// - rules: Name of each rule and the number of times.
//
// ## Examples
//
// ```flux
// import "array"
// import "testing"
// import "testing/expect"
//
// testcase sort_and_limit_are_one_step {
//     expect.planner(rules: ["SortLimitRule": 1])
//     testing.diff(
//         got: array.from(rows: [{_value: 2}, {_value: 1}]) |> sort() |> limit(n: 1),
//         want: array.from(rows: [{_value: 1}]),
//     )
// }
// ```
//
// ```text
// ---
// Found 1 tests: passed 1, failed 0, skipped 0
// ```
builtin planner : (rules: [string: int]) => {}
