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
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.sand(a: 13, b: 6)
// ```
//
// ```text
// 4
// ```
builtin sand : (a: int, b: int) => int

// sor sets the bits that are set in at least one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.sor(a: 9, b: 6)
// ```
//
// ```text
// 15
// ```
builtin sor : (a: int, b: int) => int

// snot inverts all bits.
//
// ## Parameters
//
// - a: Number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.snot(a: 5)
// ```
//
// ```text
// -6
// ```
builtin snot : (a: int) => int

// sxor sets the bits that are set in exactly one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.sxor(a: 13, b: 6)
// ```
//
// ```text
// 11
// ```
builtin sxor : (a: int, b: int) => int

// sclear clears in the first number the bits that are set in the second.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.sclear(a: 13, b: 6)
// ```
//
// ```text
// 9
// ```
builtin sclear : (a: int, b: int) => int

// slshift moves the bits to the left.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.slshift(a: 3, b: 4)
// ```
//
// ```text
// 48
// ```
builtin slshift : (a: int, b: int) => int

// srshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
//
// ## Examples
//
// ### The sign stays
//
// ```flux
// import "bitwise"
//
// bitwise.srshift(a: -20, b: 2)
// ```
//
// ```text
// -5
// ```
builtin srshift : (a: int, b: int) => int

// uand keeps the bits that are set in both numbers.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.uand(a: uint(v: 202), b: uint(v: 15))
// ```
//
// ```text
// 10
// ```
builtin uand : (a: uint, b: uint) => uint

// uor sets the bits that are set in at least one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.uor(a: uint(v: 192), b: uint(v: 10))
// ```
//
// ```text
// 202
// ```
builtin uor : (a: uint, b: uint) => uint

// unot inverts all bits.
//
// ## Parameters
//
// - a: Number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.unot(a: uint(v: 0))
// ```
//
// ```text
// 18446744073709551615
// ```
builtin unot : (a: uint) => uint

// uxor sets the bits that are set in exactly one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.uxor(a: uint(v: 202), b: uint(v: 255))
// ```
//
// ```text
// 53
// ```
builtin uxor : (a: uint, b: uint) => uint

// uclear clears in the first number the bits that are set in the second.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.uclear(a: uint(v: 202), b: uint(v: 2))
// ```
//
// ```text
// 200
// ```
builtin uclear : (a: uint, b: uint) => uint

// ulshift moves the bits to the left.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.ulshift(a: uint(v: 1), b: uint(v: 10))
// ```
//
// ```text
// 1024
// ```
builtin ulshift : (a: uint, b: uint) => uint

// urshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
//
// ## Examples
//
// ```flux
// import "bitwise"
//
// bitwise.urshift(a: uint(v: 1024), b: uint(v: 3))
// ```
//
// ```text
// 128
// ```
builtin urshift : (a: uint, b: uint) => uint
