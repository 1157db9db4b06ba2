// Package bitwise works on the bits of numbers; the plain package bitwise has taken it over.
package bitwise

import "bitwise"

// sand keeps the bits that are set in both numbers.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
sand = bitwise.sand

// sor sets the bits that are set in at least one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
sor = bitwise.sor

// snot inverts all bits.
//
// ## Parameters
//
// - a: Number.
snot = bitwise.snot

// sxor sets the bits that are set in exactly one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
sxor = bitwise.sxor

// sclear clears in the first number the bits that are set in the second.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
sclear = bitwise.sclear

// slshift moves the bits to the left.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
slshift = bitwise.slshift

// srshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
srshift = bitwise.srshift

// uand keeps the bits that are set in both numbers.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
uand = bitwise.uand

// uor sets the bits that are set in at least one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
uor = bitwise.uor

// unot inverts all bits.
//
// ## Parameters
//
// - a: Number.
unot = bitwise.unot

// uxor sets the bits that are set in exactly one number.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
uxor = bitwise.uxor

// uclear clears in the first number the bits that are set in the second.
//
// ## Parameters
//
// - a: First number.
// - b: Second number.
uclear = bitwise.uclear

// ulshift moves the bits to the left.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
ulshift = bitwise.ulshift

// urshift moves the bits to the right.
//
// ## Parameters
//
// - a: Number to shift.
// - b: Number of bits.
urshift = bitwise.urshift
