// Package json writes JSON.
package json

// encode gives a value as JSON.
//
// The properties of a record stand in alphabetical order.
//
// ## Parameters
//
// - v: Value to write.
builtin encode : (v: A) => bytes
