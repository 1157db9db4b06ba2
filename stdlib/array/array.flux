// Package array works with arrays and makes tables of them.
package array

// from makes a table of an array of records.
//
// Columns stand in the order in which the first record was written.
//
// ## Parameters
//
// - rows: Records, at least one; all have the same type (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{tank: "A", level: 71.5}, {tank: "B", level: 12.25}])
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┐
// │ tank   │ level │
// │ string │ float │
// ├────────┼───────┤
// │ A      │  71.5 │
// │ B      │ 12.25 │
// └────────┴───────┘
// 2 rows
// ```
builtin from : (<-rows: [A]) => stream[A] where A: Record

// concat appends the elements of an array to another.
//
// ## Parameters
//
// - v: Array to append.
// - arr: Array that comes first (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// ["mon", "tue"] |> array.concat(v: ["wed"])
// ```
//
// ```text
// [mon, tue, wed]
// ```
builtin concat : (<-arr: [A], v: [A]) => [A]

// filter keeps the elements for which a predicate is true.
//
// ## Parameters
//
// - fn: Predicate that is called with each element as `x`.
// - arr: Array to filter (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// [3, 14, 8, 21] |> array.filter(fn: (x) => x > 7)
// ```
//
// ```text
// [14, 8, 21]
// ```
builtin filter : (<-arr: [A], fn: (x: A) => bool) => [A]

// map calls a function with each element and gives the array of its results.
//
// ## Parameters
//
// - fn: Function that is called with each element as `x`.
// - arr: Array to go through (piped in).
//
// ## Examples
//
// ### Numbers
//
// ```flux
// import "array"
//
// [1, 2, 3] |> array.map(fn: (x) => x * x)
// ```
//
// ```text
// [1, 4, 9]
// ```
//
// ### Records, which make rows
//
// ```flux
// import "array"
//
// ["tea", "milk"] |> array.map(fn: (x) => ({item: x, price: 2.5})) |> array.from()
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┐
// │ item   │ price │
// │ string │ float │
// ├────────┼───────┤
// │ tea    │   2.5 │
// │ milk   │   2.5 │
// └────────┴───────┘
// 2 rows
// ```
builtin map : (<-arr: [A], fn: (x: A) => B) => [B]
