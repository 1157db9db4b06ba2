// Package boolean holds the two truth values. It is part of the prelude.
package boolean

// true is the truth value that a condition needs to hold.
builtin true : bool

// false is the truth value of a condition that does not hold.
builtin false : bool
