// Package hash computes checksums of text.
package hash

// sha256 gives the SHA-256 checksum in hexadecimal digits.
//
// ## Parameters
//
// - v: Text.
builtin sha256 : (v: A) => string

// xxhash64 gives the 64-bit xxHash checksum in decimal digits.
//
// ## Parameters
//
// - v: Text.
builtin xxhash64 : (v: A) => string

// cityhash64 gives the 64-bit CityHash checksum in decimal digits.
//
// ## Parameters
//
// - v: Text.
builtin cityhash64 : (v: A) => string

// sha1 gives the SHA-1 checksum in hexadecimal digits.
//
// ## Parameters
//
// - v: Text.
builtin sha1 : (v: A) => string

// b64 writes text in base64.
//
// ## Parameters
//
// - v: Text.
builtin b64 : (v: A) => string

// md5 gives the MD5 checksum in hexadecimal digits.
//
// ## Parameters
//
// - v: Text.
builtin md5 : (v: A) => string

// hmac signs text with a key (HMAC with SHA-1) and gives the signature in base64.
//
// ## Parameters
//
// - v: Text.
// - k: Key.
builtin hmac : (k: A, v: A) => string
