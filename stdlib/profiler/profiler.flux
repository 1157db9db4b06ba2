// Package profiler holds the switch for reports about how long parts of a script take.
package profiler

// enabledProfilers names the reports that a script asks for: `"query"`, `"operator"` or both.
//
// They come as one more result with the name `_profiler`. Its table of `"query"` has one row: durations in
// nanoseconds, the number of threads, the most bytes of table data that the run held at a time, and the plan. That of
// `"operator"` has a row for each operator: how often it was called with a batch, and the shortest, longest, whole
// and mean duration of a call in nanoseconds. Other names have no effect.
//
// `fluxi run --profile` writes rows, batches, bytes and time of each operator to standard error without any change of
// the script.
//
// ## Examples
//
// ```flux
// import "array"
// import "profiler"
//
// option profiler.enabledProfilers = ["query", "operator"]
//
// array.from(rows: [{_value: 1}])
// ```
//
// ```text
// _result · table 0
// ...
// _profiler · table 0 · _measurement=profiler/query
// ...
// _profiler · table 1 · _measurement=profiler/operator
// ...
// ```
option enabledProfilers = [""]
