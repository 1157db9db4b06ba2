// Package types tells of what type a value is.
package types

// isType tells whether a value is of a type.
//
// ## Parameters
//
// - v: Value to test.
// - type: Name of the type, e.g. `"int"` or `"duration"`.
//
// ## Examples
//
// ```flux
// import "types"
//
// [types.isType(v: 1m30s, type: "duration"), types.isType(v: "1m30s", type: "duration")]
// ```
//
// ```text
// [true, false]
// ```
builtin isType : (type: string, v: A) => bool where A: Basic

// isNumeric tells whether a value is an int, a uint or a float.
//
// ## Parameters
//
// - v: Value to test.
//
// ## Examples
//
// ```flux
// import "types"
//
// [types.isNumeric(v: 4.5), types.isNumeric(v: uint(v: 4)), types.isNumeric(v: "4")]
// ```
//
// ```text
// [true, true, false]
// ```
isNumeric = (v) =>
    isType(v: v, type: "float") or isType(v: v, type: "int") or isType(v: v, type: "uint")
