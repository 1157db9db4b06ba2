// Package hex converts between values and hexadecimal digits.
package hex

// int reads a signed number in hexadecimal digits; `0x` before them is optional.
//
// ## Parameters
//
// - v: Text to read.
//
// ## Examples
//
// ### Digits with and without prefix
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/hex"
//
// array.from(rows: [{code: "1f"}, {code: "0x1f"}, {code: "-a"}])
//     |> map(fn: (r) => ({r with number: hex.int(v: r.code)}))
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ code   │ number │
// │ string │    int │
// ├────────┼────────┤
// │ 1f     │     31 │
// │ 0x1f   │     31 │
// │ -a     │    -10 │
// └────────┴────────┘
// 3 rows
// ```
builtin int : (v: string) => int

// string writes numbers and bytes in hexadecimal digits, and any other value as `string` does.
//
// ## Parameters
//
// - v: Value to write.
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/hex"
//
// array.from(rows: [{port: 80}, {port: 8080}, {port: -1}])
//     |> map(fn: (r) => ({r with hex: hex.string(v: r.port)}))
// ```
//
// ```text
// _result · table 0
// ┌──────┬────────┐
// │ port │ hex    │
// │  int │ string │
// ├──────┼────────┤
// │   80 │ 50     │
// │ 8080 │ 1f90   │
// │   -1 │ -1     │
// └──────┴────────┘
// 3 rows
// ```
builtin string : (v: A) => string

// uint reads an unsigned number in hexadecimal digits; `0x` before them is optional.
//
// ## Parameters
//
// - v: Text to read.
//
// ## Examples
//
// ```flux
// import "contrib/bonitoo-io/hex"
//
// hex.uint(v: "0xffffffffffffffff")
// ```
//
// ```text
// 18446744073709551615
// ```
builtin uint : (v: string) => uint

// bytes reads bytes, two hexadecimal digits each.
//
// ## Parameters
//
// - v: Text to read.
//
// ## Examples
//
// ```flux
// import "contrib/bonitoo-io/hex"
//
// string(v: hex.bytes(v: "466c7578"))
// ```
//
// ```text
// Flux
// ```
builtin bytes : (v: string) => bytes
