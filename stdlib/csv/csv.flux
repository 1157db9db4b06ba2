// Package csv reads tables in CSV form.
package csv

// from reads CSV from a string or a file.
//
// Give exactly one of `csv` and `file`.
//
// ## Parameters
//
// - csv: CSV text.
// - file: Path of a CSV file.
// - mode: `"annotations"` for annotated CSV, `"raw"` for a header line and columns of strings
//   (default `"annotations"`).
builtin from : (?csv: string, ?file: string, ?mode: string) => stream[A] where A: Record
