// Package profiler reports how long parts of a script take.
package profiler

// enabledProfilers lists the reports to make: `"query"` and `"operator"`.
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
