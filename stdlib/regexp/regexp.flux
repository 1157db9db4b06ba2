// Package regexp works with regular expressions in the syntax of RE2.
package regexp

// compile makes a regular expression of text.
//
// ## Parameters
//
// - v: Source of the regular expression.
//
// ## Examples
//
// ```flux
// import "regexp"
//
// unit = "kPa"
//
// regexp.matchRegexpString(r: regexp.compile(v: "^[0-9]+ ${unit}$"), v: "101 kPa")
// ```
//
// ```text
// true
// ```
builtin compile : (v: string) => regexp

// quoteMeta puts a backslash before each character that has a meaning in regular expressions.
//
// ## Parameters
//
// - v: Text to change.
//
// ## Examples
//
// ```flux
// import "regexp"
//
// regexp.quoteMeta(v: "1.5 (max)")
// ```
//
// ```text
// 1\.5 \(max\)
// ```
builtin quoteMeta : (v: string) => string

// findString gives the first part of a text that matches, or an empty text.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to search.
//
// ## Examples
//
// ### The first match
//
// ```flux
// import "regexp"
//
// regexp.findString(r: /[0-9]+\.[0-9]+/, v: "pressure 1.25 bar, 3.5 max")
// ```
//
// ```text
// 1.25
// ```
//
// ### No match
//
// ```flux
// import "regexp"
//
// "<" + regexp.findString(r: /[0-9]+/, v: "none") + ">"
// ```
//
// ```text
// <>
// ```
builtin findString : (r: regexp, v: string) => string

// findStringIndex gives start and end, in bytes, of the first part of a text that matches.
//
// The array is empty if nothing matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to search.
//
// ## Examples
//
// ### Where the match begins and ends
//
// ```flux
// import "regexp"
//
// regexp.findStringIndex(r: /o+/, v: "wood stove")
// ```
//
// ```text
// [1, 3]
// ```
//
// ### No match
//
// ```flux
// import "regexp"
//
// length(arr: regexp.findStringIndex(r: /z/, v: "wood stove"))
// ```
//
// ```text
// 0
// ```
builtin findStringIndex : (r: regexp, v: string) => [int]

// matchRegexpString tells whether some part of a text matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to search.
//
// ## Examples
//
// ```flux
// import "array"
// import "regexp"
//
// array.from(rows: [{id: "AX-104"}, {id: "spare"}, {id: "BQ-7"}])
//     |> filter(fn: (r) => regexp.matchRegexpString(r: /^[A-Z]{2}-[0-9]+$/, v: r.id))
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ id     │
// │ string │
// ├────────┤
// │ AX-104 │
// │ BQ-7   │
// └────────┘
// 2 rows
// ```
builtin matchRegexpString : (r: regexp, v: string) => bool

// replaceAllString replaces each part of a text that matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to change.
// - t: Replacement, in which `$1` or `${name}` stands for what a group matched.
//
// ## Examples
//
// ### Groups in the replacement
//
// ```flux
// import "regexp"
//
// regexp.replaceAllString(r: /(\w+)@(\w+)/, v: "ann@lab, joe@shop", t: "$2: $1")
// ```
//
// ```text
// lab: ann, shop: joe
// ```
//
// ### Named groups, and a name that goes on with a letter
//
// ```flux
// import "regexp"
//
// regexp.replaceAllString(r: /(?P<n>[0-9]+)C/, v: "21C 19C", t: "\${n}deg")
// ```
//
// ```text
// 21deg 19deg
// ```
builtin replaceAllString : (r: regexp, t: string, v: string) => string

// splitRegexp cuts a text at each part that matches.
//
// ## Parameters
//
// - r: Regular expression.
// - v: Text to cut.
// - i: Greatest number of parts, the last of which is the rest; a negative number means no limit.
//
// ## Examples
//
// ### All parts
//
// ```flux
// import "regexp"
//
// regexp.splitRegexp(r: /\s*[,;]\s*/, v: "red, green ;blue", i: -1)
// ```
//
// ```text
// [red, green, blue]
// ```
//
// ### Two parts, the second is the rest
//
// ```flux
// import "regexp"
//
// regexp.splitRegexp(r: /,/, v: "a,b,c", i: 2)
// ```
//
// ```text
// [a, b,c]
// ```
builtin splitRegexp : (i: int, r: regexp, v: string) => [string]

// getString gives the source of a regular expression.
//
// ## Parameters
//
// - r: Regular expression.
//
// ## Examples
//
// ```flux
// import "regexp"
//
// regexp.getString(r: /^v[0-9]+\/beta$/)
// ```
//
// ```text
// ^v[0-9]+/beta$
// ```
builtin getString : (r: regexp) => string
