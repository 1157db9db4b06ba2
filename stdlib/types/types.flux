// Package types tells of what type a value is.
package types

// isType tells whether a value is of a type.
//
// ## Parameters
//
// - v: Value to test.
// - type: Name of the type, e.g. `"int"` or `"duration"`.
builtin isType : (type: string, v: A) => bool where A: Basic

// isNumeric tells whether a value is an int, a uint or a float.
//
// ## Parameters
//
// - v: Value to test.
isNumeric = (v) =>
    isType(v: v, type: "float") or isType(v: v, type: "int") or isType(v: v, type: "uint")
