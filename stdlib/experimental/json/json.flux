// Package json reads JSON.
package json

// parse gives the value that JSON text stands for.
//
// Numbers become floats; the elements of an array must have one type.
//
// ## Parameters
//
// - data: JSON text.
builtin parse : (data: bytes) => A
