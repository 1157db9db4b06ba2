// Package hex converts between values and hexadecimal digits.
package hex

// int reads a signed number in hexadecimal digits; `0x` before them is optional.
//
// ## Parameters
//
// - v: Text to read.
builtin int : (v: string) => int

// string writes numbers and bytes in hexadecimal digits, and any other value as `string` does.
//
// ## Parameters
//
// - v: Value to write.
builtin string : (v: A) => string

// uint reads an unsigned number in hexadecimal digits; `0x` before them is optional.
//
// ## Parameters
//
// - v: Text to read.
builtin uint : (v: string) => uint

// bytes reads bytes, two hexadecimal digits each.
//
// ## Parameters
//
// - v: Text to read.
builtin bytes : (v: string) => bytes
