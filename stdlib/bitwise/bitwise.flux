// Package bitwise works on the bits of numbers.
//
// Functions that begin with `s` take ints, those that begin with `u` take uints.
package bitwise

// sand keeps the bits that are set in both numbers.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin sand : (a: int, b: int) => int

// sor sets the bits that are set in at least one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin sor : (a: int, b: int) => int

// snot inverts all bits.
//
// ## Parameters
//
// - a: Number.
builtin snot : (a: int) => int

// sxor sets the bits that are set in exactly one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin sxor : (a: int, b: int) => int

// sclear clears in the first number the bits that are set in the second.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin sclear : (a: int, b: int) => int

// slshift moves the bits to the left.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
builtin slshift : (a: int, b: int) => int

// srshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
builtin srshift : (a: int, b: int) => int

// uand keeps the bits that are set in both numbers.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin uand : (a: uint, b: uint) => uint

// uor sets the bits that are set in at least one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin uor : (a: uint, b: uint) => uint

// unot inverts all bits.
//
// ## Parameters
//
// - a: Number.
builtin unot : (a: uint) => uint

// uxor sets the bits that are set in exactly one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin uxor : (a: uint, b: uint) => uint

// uclear clears in the first number the bits that are set in the second.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
builtin uclear : (a: uint, b: uint) => uint

// ulshift moves the bits to the left.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
builtin ulshift : (a: uint, b: uint) => uint

// urshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
builtin urshift : (a: uint, b: uint) => uint
