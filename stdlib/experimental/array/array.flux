// Package array works with arrays; the plain package array has taken over most of it.
package array

import "array"

// from makes a table of an array of records, as `array.from` does.
//
// ## Parameters
//
// - rows: Records, at least one; all have the same type (piped in).
from = array.from

// concat appends the elements of an array to another, as `array.concat` does.
//
// ## Parameters
//
// - v: Array to append.
// - arr: Array that comes first (piped in).
concat = array.concat

// map calls a function with each element, as `array.map` does.
//
// ## Parameters
//
// - fn: Function that is called with each element as `x`.
// - arr: Array to go through (piped in).
map = array.map

// filter keeps the elements for which a predicate is true, as `array.filter` does.
//
// ## Parameters
//
// - fn: Predicate that is called with each element as `x`.
// - arr: Array to filter (piped in).
filter = array.filter

// toBool converts each element to bool.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toBool = (arr=<-) => map(arr: arr, fn: (x) => bool(v: x))

// toDuration converts each element to duration.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toDuration = (arr=<-) => map(arr: arr, fn: (x) => duration(v: x))

// toFloat converts each element to float.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toFloat = (arr=<-) => map(arr: arr, fn: (x) => float(v: x))

// toInt converts each element to int.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toInt = (arr=<-) => map(arr: arr, fn: (x) => int(v: x))

// toString converts each element to string.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toString = (arr=<-) => map(arr: arr, fn: (x) => string(v: x))

// toTime converts each element to time.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toTime = (arr=<-) => map(arr: arr, fn: (x) => time(v: x))

// toUInt converts each element to uint.
//
// ## Parameters
//
// - arr: Array to convert (piped in).
toUInt = (arr=<-) => map(arr: arr, fn: (x) => uint(v: x))
