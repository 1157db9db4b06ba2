// Package dynamic works with values whose type is known only when the script runs.
package dynamic

// dynamic makes a dynamic value of any value, and of everything inside of it.
//
// ## Parameters
//
// - v: Value to wrap.
builtin dynamic : (v: A) => dynamic

// asArray gives the elements of a dynamic value that holds an array.
//
// ## Parameters
//
// - v: Dynamic value (piped in).
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
builtin jsonParse : (data: bytes) => dynamic

// jsonEncode gives a dynamic value as JSON.
//
// ## Parameters
//
// - v: Value to write.
builtin jsonEncode : (v: dynamic) => bytes

// isType tells whether a dynamic value holds a value of a type.
//
// ## Parameters
//
// - v: Value to test.
// - type: Name of the type, e.g. `"int"`, `"object"` or `"array"`.
builtin isType : (type: string, v: dynamic) => bool
