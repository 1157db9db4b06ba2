// Package profiler holds the switch for reports about how long parts of a script take.
//
// The switch has no effect here: such a report is made by `fluxi run --profile`.
package profiler

// enabledProfilers lists the reports that a script asks for, and has no effect.
//
// Their names are `"query"` and `"operator"`. Run the script with `fluxi run --profile` instead, which writes rows,
// batches, bytes and time of each operator to standard error.
//
// ## Examples
//
// ```flux check
// import "array"
// import "profiler"
//
// option profiler.enabledProfilers = ["query", "operator"]
//
// array.from(rows: [{_value: 1}])
// ```
option enabledProfilers = [""]
