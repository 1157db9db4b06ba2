// Package interpolate fills gaps between rows with values in between.
package interpolate

// linear adds rows at regular times, with values on the line between two known ones.
//
// All columns but `_time` and `_value` must be in the group key.
//
// ## Parameters
//
// - every: Distance between two times.
// - tables: Input tables (piped in).
builtin linear : (
        <-tables: stream[{A with _value: float, _time: time}],
        every: duration,
    ) => stream[{A with _value: float, _time: time}]
