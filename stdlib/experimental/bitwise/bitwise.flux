// Package bitwise works on the bits of numbers; the plain package bitwise has taken it over.
package bitwise

import "bitwise"

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
// import "experimental/bitwise"
//
// bitwise.sand(a: 12, b: 10)
// ```
//
// ```text
// 8
// ```
sand = bitwise.sand

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
// import "experimental/bitwise"
//
// bitwise.sor(a: 12, b: 10)
// ```
//
// ```text
// 14
// ```
sor = bitwise.sor

// snot inverts all bits.
//
// ## Parameters
//
// - a: Number.
//
// ## Examples
//
// ```flux
// import "experimental/bitwise"
//
// bitwise.snot(a: 12)
// ```
//
// ```text
// -13
// ```
snot = bitwise.snot

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
// import "experimental/bitwise"
//
// bitwise.sxor(a: 12, b: 10)
// ```
//
// ```text
// 6
// ```
sxor = bitwise.sxor

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
// import "experimental/bitwise"
//
// bitwise.sclear(a: 12, b: 10)
// ```
//
// ```text
// 4
// ```
sclear = bitwise.sclear

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
// import "experimental/bitwise"
//
// bitwise.slshift(a: 5, b: 3)
// ```
//
// ```text
// 40
// ```
slshift = bitwise.slshift

// srshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
//
// ## Examples
//
// ```flux
// import "experimental/bitwise"
//
// bitwise.srshift(a: -40, b: 3)
// ```
//
// ```text
// -5
// ```
srshift = bitwise.srshift

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
// import "experimental/bitwise"
//
// bitwise.uand(a: uint(v: 12), b: uint(v: 10))
// ```
//
// ```text
// 8
// ```
uand = bitwise.uand

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
// import "experimental/bitwise"
//
// bitwise.uor(a: uint(v: 12), b: uint(v: 10))
// ```
//
// ```text
// 14
// ```
uor = bitwise.uor

// unot inverts all bits.
//
// ## Parameters
//
// - a: Number.
//
// ## Examples
//
// ```flux
// import "experimental/bitwise"
//
// bitwise.unot(a: uint(v: 12))
// ```
//
// ```text
// 18446744073709551603
// ```
unot = bitwise.unot

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
// import "experimental/bitwise"
//
// bitwise.uxor(a: uint(v: 12), b: uint(v: 10))
// ```
//
// ```text
// 6
// ```
uxor = bitwise.uxor

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
// import "experimental/bitwise"
//
// bitwise.uclear(a: uint(v: 12), b: uint(v: 10))
// ```
//
// ```text
// 4
// ```
uclear = bitwise.uclear

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
// import "experimental/bitwise"
//
// bitwise.ulshift(a: uint(v: 5), b: uint(v: 3))
// ```
//
// ```text
// 40
// ```
ulshift = bitwise.ulshift

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
// import "experimental/bitwise"
//
// bitwise.urshift(a: uint(v: 40), b: uint(v: 3))
// ```
//
// ```text
// 5
// ```
urshift = bitwise.urshift
