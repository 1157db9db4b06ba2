// Package array works with arrays and makes tables of them.
package array

// from makes a table of an array of records.
//
// Columns stand in the order in which the first record was written.
//
// ## Parameters
//
// - rows: Records, at least one; all have the same type (piped in).
builtin from : (<-rows: [A]) => stream[A] where A: Record

// concat appends the elements of an array to another.
//
// ## Parameters
//
// - v: Array to append.
// - arr: Array that comes first (piped in).
builtin concat : (<-arr: [A], v: [A]) => [A]

// filter keeps the elements for which a predicate is true.
//
// ## Parameters
//
// - fn: Predicate that is called with each element as `x`.
// - arr: Array to filter (piped in).
builtin filter : (<-arr: [A], fn: (x: A) => bool) => [A]

// map calls a function with each element and gives the array of its results.
//
// ## Parameters
//
// - fn: Function that is called with each element as `x`.
// - arr: Array to go through (piped in).
builtin map : (<-arr: [A], fn: (x: A) => B) => [B]
