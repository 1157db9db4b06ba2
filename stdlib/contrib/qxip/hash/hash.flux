// Package hash computes checksums of text.
package hash

// sha256 gives the SHA-256 checksum in hexadecimal digits.
//
// ## Parameters
//
// - v: Text.
//
// ## Examples
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.sha256(v: "fluxi")
// ```
//
// ```text
// 89ba7b80a84a5327fee2f54fffcda4f547612e71e0db437b113d5b31d20dd595
// ```
builtin sha256 : (v: A) => string

// xxhash64 gives the 64-bit xxHash checksum in decimal digits.
//
// ## Parameters
//
// - v: Text.
//
// ## Examples
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.xxhash64(v: "fluxi")
// ```
//
// ```text
// 2218399143539451859
// ```
builtin xxhash64 : (v: A) => string

// cityhash64 gives the 64-bit CityHash checksum in decimal digits.
//
// ## Parameters
//
// - v: Text.
//
// ## Examples
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.cityhash64(v: "fluxi")
// ```
//
// ```text
// 5537484992840057086
// ```
builtin cityhash64 : (v: A) => string

// sha1 gives the SHA-1 checksum in hexadecimal digits.
//
// ## Parameters
//
// - v: Text.
//
// ## Examples
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.sha1(v: "fluxi")
// ```
//
// ```text
// 61b36ca10f0bfa5a959f8eef764a0e0ef3b0fd1f
// ```
builtin sha1 : (v: A) => string

// b64 writes text in base64 with `-` and `_` in the places of `+` and `/`, so that it can stand in an address.
//
// ## Parameters
//
// - v: Text.
//
// ## Examples
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.b64(v: "user:password")
// ```
//
// ```text
// dXNlcjpwYXNzd29yZA==
// ```
builtin b64 : (v: A) => string

// md5 gives the MD5 checksum in hexadecimal digits.
//
// ## Parameters
//
// - v: Text.
//
// ## Examples
//
// ### The checksum of a text
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.md5(v: "fluxi")
// ```
//
// ```text
// 96c5fea22cbcc77c90646638da2d8ab8
// ```
//
// ### Short names for long ones
//
// ```flux
// import "array"
// import "contrib/qxip/hash"
// import "strings"
//
// array.from(rows: [{path: "/srv/data/2024"}, {path: "/srv/data/2025"}])
//     |> map(fn: (r) => ({r with short: strings.substring(v: hash.md5(v: r.path), start: 0, end: 7)}))
// ```
//
// ```text
// _result · table 0
// ┌────────────────┬─────────┐
// │ path           │ short   │
// │ string         │ string  │
// ├────────────────┼─────────┤
// │ /srv/data/2024 │ c3c4fcf │
// │ /srv/data/2025 │ 5245580 │
// └────────────────┴─────────┘
// 2 rows
// ```
builtin md5 : (v: A) => string

// hmac signs text with a key (HMAC with SHA-1) and gives the signature in base64.
//
// ## Parameters
//
// - v: Text.
// - k: Key.
//
// ## Examples
//
// ```flux
// import "contrib/qxip/hash"
//
// hash.hmac(v: "order=17&price=3", k: "secret")
// ```
//
// ```text
// MvMc7Ued+zWctB2c4EfSkMoDW1I=
// ```
builtin hmac : (k: A, v: A) => string
