// Package socket reads from a network connection.
package socket

// from reads tables from a connection.
//
// ## Parameters
//
// - url: Address, e.g. `"tcp://127.0.0.1:9000"`.
// - decoder: Form of the data: `"csv"` or `"line"` (default `"csv"`).
builtin from : (url: string, ?decoder: string) => stream[A]
