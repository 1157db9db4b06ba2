// Package testutil has values that only tests of the engine need.
package testutil

// fail stops the script with an error.
builtin fail : () => bool

// yield hands a value on and counts as a side effect.
//
// ## Parameters
//
// - v: Value to hand on (piped in).
builtin yield : (<-v: A) => A

// makeRecord gives a record whose type is not known beforehand.
//
// ## Parameters
//
// - o: Record to give.
builtin makeRecord : (o: A) => B where A: Record, B: Record

// makeAny gives a value whose type is not known beforehand.
//
// ## Parameters
//
// - typ: Name of its type.
builtin makeAny : (typ: string) => A
