// Package json reads JSON.
package json

// parse gives the value that JSON text stands for.
//
// Numbers become floats; the elements of an array must have one type.
//
// ## Parameters
//
// - data: JSON text.
//
// ## Examples
//
// ### One value of a document
//
// ```flux
// import "experimental/json"
//
// document = json.parse(
//     data: bytes(v: "{\"room\": \"attic\", \"degrees\": 19.5, \"windows\": [1, 2]}"),
// )
//
// document.degrees + 0.5
// ```
//
// ```text
// 20
// ```
//
// ### A column of documents
//
// ```flux
// import "array"
// import "experimental/json"
//
// array.from(rows: [{_value: "{\"degrees\": 19.5}"}, {_value: "{\"degrees\": 21}"}])
//     |> map(fn: (r) => ({degrees: json.parse(data: bytes(v: r._value)).degrees}))
// ```
//
// ```text
// _result · table 0
// ┌─────────┐
// │ degrees │
// │   float │
// ├─────────┤
// │    19.5 │
// │      21 │
// └─────────┘
// 2 rows
// ```
builtin parse : (data: bytes) => A
