// Package generate makes tables out of nothing.
package generate

// from makes a table whose values a function computes.
//
// ## Parameters
//
// - start: Time at which the first row begins.
// - stop: Time at which the last row ends.
// - count: Number of rows.
// - fn: Function that is called with the number of each row as `n`; the first is 0.
builtin from : (
        count: int,
        fn: (n: int) => int,
        start: A,
        stop: A,
    ) => stream[{_value: int, _time: time, _stop: time, _start: time}]
    where
    A: Timeable
