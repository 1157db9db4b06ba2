// Package dynamic works with values whose type is known only when the script runs.
package dynamic

// dynamic makes a dynamic value of any value, and of everything inside of it.
//
// ## Parameters
//
// - v: Value to wrap.
//
// ## Examples
//
// ### Values of several types in one array
//
// ```flux
// import "experimental/dynamic"
//
// mixed = [dynamic.dynamic(v: 1), dynamic.dynamic(v: "two"), dynamic.dynamic(v: [3.0])]
//
// string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: mixed)))
// ```
//
// ```text
// [1,"two",[3]]
// ```
builtin dynamic : (v: A) => dynamic

// asArray gives the elements of a dynamic value that holds an array.
//
// ## Parameters
//
// - v: Dynamic value (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/dynamic"
//
// readings = dynamic.jsonParse(
//     data: bytes(v: "[{\"room\": \"attic\", \"degrees\": 19.5}, {\"room\": \"hall\"}]"),
// )
//
// array.from(
//     rows:
//         readings
//             |> dynamic.asArray()
//             |> array.map(fn: (x) => ({room: string(v: x.room), known: exists x.degrees})),
// )
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┐
// │ room   │ known │
// │ string │ bool  │
// ├────────┼───────┤
// │ attic  │ true  │
// │ hall   │ false │
// └────────┴───────┘
// 2 rows
// ```
builtin asArray : (<-v: dynamic) => [dynamic]

// _isNotDistinct tells whether two values look the same; nulls do.
//
// ## Parameters
//
// - a: First value.
// - b: Second value.
_isNotDistinct = (a, b) => display(v: b) == display(v: a)

// jsonParse reads JSON.
//
// ## Parameters
//
// - data: JSON text.
//
// ## Examples
//
// ```flux
// import "experimental/dynamic"
//
// answer = dynamic.jsonParse(data: bytes(v: "{\"room\": \"attic\", \"degrees\": 19.5}"))
//
// "${string(v: answer.room)} ${float(v: answer.degrees) + 0.5}"
// ```
//
// ```text
// attic 20
// ```
builtin jsonParse : (data: bytes) => dynamic

// jsonEncode gives a dynamic value as JSON.
//
// ## Parameters
//
// - v: Value to write.
//
// ## Examples
//
// ```flux
// import "experimental/dynamic"
//
// string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: {room: "attic", tags: ["a", "b"]})))
// ```
//
// ```text
// {"room":"attic","tags":["a","b"]}
// ```
builtin jsonEncode : (v: dynamic) => bytes

// isType tells whether a dynamic value holds a value of a type.
//
// ## Parameters
//
// - v: Value to test.
// - type: Name of the type, e.g. `"int"`, `"object"` or `"array"`.
//
// ## Examples
//
// ```flux
// import "experimental/dynamic"
//
// answer = dynamic.jsonParse(data: bytes(v: "{\"degrees\": 19.5}"))
//
// "${dynamic.isType(v: answer, type: "object")} ${dynamic.isType(v: answer.degrees, type: "float")}"
// ```
//
// ```text
// true true
// ```
builtin isType : (type: string, v: dynamic) => bool
