// Package profiler reports how long parts of a script take.
package profiler

// enabledProfilers lists the reports to make: `"query"` and `"operator"`.
option enabledProfilers = [""]
