// Package json writes JSON.
package json

// encode gives a value as JSON.
//
// The properties of a record stand in alphabetical order. Times and durations become text, bytes base64, nulls `null`.
// Functions, NaN and infinite numbers are an error.
//
// ## Parameters
//
// - v: Value to write.
//
// ## Examples
//
// ### A record
//
// ```flux
// import "json"
//
// string(v: json.encode(v: {room: "attic", degrees: 19.5, windows: [1, 2]}))
// ```
//
// ```text
// {"degrees":19.5,"room":"attic","windows":[1,2]}
// ```
//
// ### A column of documents
//
// ```flux
// import "array"
// import "json"
//
// array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
//     |> map(fn: (r) => ({_value: string(v: json.encode(v: r))}))
// ```
//
// ```text
// _result · table 0
// ┌─────────────────────────────────┐
// │ _value                          │
// │ string                          │
// ├─────────────────────────────────┤
// │ {"degrees":19.5,"room":"attic"} │
// │ {"degrees":21,"room":"hall"}    │
// └─────────────────────────────────┘
// 2 rows
// ```
builtin encode : (v: A) => bytes
