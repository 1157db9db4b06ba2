// Package regexp works with regular expressions in the syntax of RE2.
package regexp

// compile makes a regular expression of text.
//
// ## Parameters
//
// - v: Source of the regular expression.
builtin compile : (v: string) => regexp

// quoteMeta puts a backslash before each character that has a meaning in regular expressions.
//
// ## Parameters
//
// - v: Text to change.
builtin quoteMeta : (v: string) => string

// findString gives the first part of a text that matches, or an empty text.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to search.
builtin findString : (r: regexp, v: string) => string

// findStringIndex gives start and end, in bytes, of the first part of a text that matches.
//
// The array is empty if nothing matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to search.
builtin findStringIndex : (r: regexp, v: string) => [int]

// matchRegexpString tells whether some part of a text matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to search.
builtin matchRegexpString : (r: regexp, v: string) => bool

// replaceAllString replaces each part of a text that matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to change.
// - t: Replacement, in which `$1` or `${name}` stands for what a group matched.
builtin replaceAllString : (r: regexp, t: string, v: string) => string

// splitRegexp cuts a text at each part that matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to cut.
// - i: Greatest number of parts, the last of which is the rest; a negative number means no limit.
builtin splitRegexp : (i: int, r: regexp, v: string) => [string]

// getString gives the source of a regular expression.
//
// ## Parameters
//
// - r: Regular expression.
builtin getString : (r: regexp) => string
