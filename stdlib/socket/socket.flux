// Package socket reads from a network connection.
package socket

// from reads tables from a connection.
//
// It reads until the other side closes and hands rows on while they arrive. With the decoder `"line"`
// each line is a row: `_time` says when it was read, `_value` is its text.
//
// ## Parameters
//
// - url: Address, e.g. `"tcp://127.0.0.1:9000"` or `"unix:///run/feed.socket"`.
// - decoder: Form of the data: `"csv"` (annotated) or `"line"` (default `"csv"`).
//
// ## Examples
//
// ```flux @service feed
// import "socket"
//
// socket.from(url: "tcp://localhost:9000", decoder: "line")
//     |> filter(fn: (r) => r._value =~ /error/)
//     |> keep(columns: ["_value"])
// ```
//
// ```text
// _result · table 0
// ┌────────────────┐
// │ _value         │
// │ string         │
// ├────────────────┤
// │ error: no disk │
// └────────────────┘
// 1 row
// ```
builtin from : (url: string, ?decoder: string) => stream[A]
