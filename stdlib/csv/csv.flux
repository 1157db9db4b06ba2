// Package csv reads tables in CSV form.
package csv

// from reads CSV from a string or a file.
//
// Give exactly one of `csv` and `file`. Files may be compressed (gzip, zstd). In raw mode all columns are strings, an
// empty cell is null, and there is one table without group key.
//
// ## Parameters
//
// - csv: CSV text.
// - file: Path of a CSV file.
// - mode: `"annotations"` for annotated CSV, `"raw"` for a header line and columns of strings
//   (default `"annotations"`).
//
// ## Examples
//
// ### Annotated CSV
//
// ```flux
// import "csv"
//
// text = "#datatype,string,long,dateTime:RFC3339,string,double
// #group,false,false,false,true,false
// #default,_result,,,,
// ,result,table,_time,room,_value
// ,,0,2024-01-01T12:00:00Z,attic,19.5
// ,,0,2024-01-01T12:05:00Z,attic,19.25
// "
//
// csv.from(csv: text)
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   19.5 │
// │ 2024-01-01T12:05:00Z │  19.25 │
// └──────────────────────┴────────┘
// 2 rows
// ```
//
// ### CSV with a line of names; every column is text
//
// ```flux
// import "csv"
//
// csv.from(csv: "room,degrees\nattic,19.5\nhall,21\n", mode: "raw")
//     |> map(fn: (r) => ({r with degrees: float(v: r.degrees)}))
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ attic  │    19.5 │
// │ hall   │      21 │
// └────────┴─────────┘
// 2 rows
// ```
//
// ### A file
//
// ```flux
// import "csv"
//
// csv.from(file: "climate.csv")
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   18.5 │
// │ 2024-01-01T12:10:00Z │     19 │
// └──────────────────────┴────────┘
// 2 rows
//
// _result · table 1 · room=kitchen
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   21.5 │
// └──────────────────────┴────────┘
// 1 row
// ```
builtin from : (?csv: string, ?file: string, ?mode: string) => stream[A] where A: Record
