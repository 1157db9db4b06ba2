// Package array works with arrays; the plain package array has taken over most of it.
package array

import "array"

// from makes a table of an array of records, as `array.from` does.
//
// ## Parameters
//
// - rows: Records, at least one; all have the same type (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ attic  │    19.5 │
// │ hall   │      21 │
// └────────┴─────────┘
// 2 rows
// ```
from = array.from

// concat appends the elements of an array to another, as `array.concat` does.
//
// ## Parameters
//
// - v: Array to append.
// - arr: Array that comes first (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// ["mon", "tue"]
//     |> array.concat(v: ["wed"])
// ```
//
// ```text
// [mon, tue, wed]
// ```
concat = array.concat

// map calls a function with each element, as `array.map` does.
//
// ## Parameters
//
// - fn: Function that is called with each element as `x`.
// - arr: Array to go through (piped in).
//
// ## Examples
//
// ### A number from each number
//
// ```flux
// import "experimental/array"
//
// [1, 2, 3]
//     |> array.map(fn: (x) => x * 10)
// ```
//
// ```text
// [10, 20, 30]
// ```
//
// ### Rows from names
//
// ```flux
// import "experimental/array"
//
// array.from(rows: ["attic", "hall"] |> array.map(fn: (x) => ({room: x})))
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ room   │
// │ string │
// ├────────┤
// │ attic  │
// │ hall   │
// └────────┘
// 2 rows
// ```
map = array.map

// filter keeps the elements for which a predicate is true, as `array.filter` does.
//
// ## Parameters
//
// - fn: Predicate that is called with each element as `x`.
// - arr: Array to filter (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// [19.5, 38.5, 21.0]
//     |> array.filter(fn: (x) => x > 20.0)
// ```
//
// ```text
// [38.5, 21]
// ```
filter = array.filter

// toBool converts each element to bool.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// ["true", "false"]
//     |> array.toBool()
// ```
//
// ```text
// [true, false]
// ```
toBool = (arr=<-) => map(arr: arr, fn: (x) => bool(v: x))

// toDuration converts each element to duration.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// ["90s", "1mo2w"]
//     |> array.toDuration()
// ```
//
// ```text
// [1m30s, 1mo2w]
// ```
toDuration = (arr=<-) => map(arr: arr, fn: (x) => duration(v: x))

// toFloat converts each element to float.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// ["19.5", "2e3"]
//     |> array.toFloat()
// ```
//
// ```text
// [19.5, 2000]
// ```
toFloat = (arr=<-) => map(arr: arr, fn: (x) => float(v: x))

// toInt converts each element to int.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// [19.5, -0.9]
//     |> array.toInt()
// ```
//
// ```text
// [19, 0]
// ```
toInt = (arr=<-) => map(arr: arr, fn: (x) => int(v: x))

// toString converts each element to string.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// [1h, 90s]
//     |> array.toString()
// ```
//
// ```text
// [1h, 1m30s]
// ```
toString = (arr=<-) => map(arr: arr, fn: (x) => string(v: x))

// toTime converts each element to time.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// ["2024-02-29", "2024-03-01T12:30:00+02:00"]
//     |> array.toTime()
// ```
//
// ```text
// [2024-02-29T00:00:00.000000000Z, 2024-03-01T10:30:00.000000000Z]
// ```
toTime = (arr=<-) => map(arr: arr, fn: (x) => time(v: x))

// toUInt converts each element to uint.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
//
// ## Examples
//
// ```flux
// import "experimental/array"
//
// ["7", "18446744073709551615"]
//     |> array.toUInt()
// ```
//
// ```text
// [7, 18446744073709551615]
// ```
toUInt = (arr=<-) => map(arr: arr, fn: (x) => uint(v: x))
