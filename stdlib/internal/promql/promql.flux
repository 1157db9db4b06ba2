// Package promql has the functions that queries of PromQL need.
package promql

import "experimental"
import "math"
import "universe"

// changes counts how often the value of each table changes.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin changes : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// promqlDayOfMonth gives the day of the month, 1 to 31.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlDayOfMonth : (timestamp: float) => float

// promqlDayOfWeek gives the day of the week, 0 (Sunday) to 6.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlDayOfWeek : (timestamp: float) => float

// promqlDaysInMonth gives the number of days of the month.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlDaysInMonth : (timestamp: float) => float

// emptyTable gives a table without rows.
builtin emptyTable : () => stream[{_value: float, _time: time, _stop: time, _start: time}]

// extrapolatedRate computes growth over a range, continued to its bounds.
//
// ## Parameters
//
// - isCounter: Take a decrease as a restart from zero (default `false`).
// - isRate: Divide by the length of the range (default `false`).
// - tables: Input tables (piped in).
builtin extrapolatedRate : (
    <-tables: stream[{A with _value: float, _time: time, _stop: time, _start: time}],
    ?isCounter: bool,
    ?isRate: bool,
) => stream[{B with _value: float}]

// holtWinters smooths values by the double exponential method.
//
// ## Parameters
//
// - smoothingFactor: Weight of recent values, between 0.0 and 1.0.
// - trendFactor: Weight of the recent trend, between 0.0 and 1.0.
// - tables: Input tables (piped in).
builtin holtWinters : (
    <-tables: stream[{A with _value: float, _time: time}],
    ?smoothingFactor: float,
    ?trendFactor: float,
) => stream[{B with _value: float}]

// promqlHour gives the hour of the day, 0 to 23.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlHour : (timestamp: float) => float

// instantRate computes growth between the last two values.
//
// ## Parameters
//
// - isRate: Divide by the time between them (default `false`).
// - tables: Input tables (piped in).
builtin instantRate : (
    <-tables: stream[{A with _value: float, _time: time}],
    ?isRate: bool,
) => stream[{B with _value: float}]

// labelReplace sets a column to a text that is made of what matches in another.
//
// ## Parameters
//
// - source: Column to search.
// - destination: Column that receives the text.
// - regex: Regular expression that the whole value must match.
// - replacement: Text, in which `$1` stands for what a group matched.
// - tables: Input tables (piped in).
builtin labelReplace : (
    <-tables: stream[{A with _value: float}],
    destination: string,
    regex: string,
    replacement: string,
    source: string,
) => stream[{B with _value: float}]

// linearRegression computes the slope of the line nearest to the values, or a value on it.
//
// ## Parameters
//
// - predict: Give a value on the line (default `false`).
// - fromNow: Seconds from the end of the range to the time of that value (default `0.0`).
// - tables: Input tables (piped in).
builtin linearRegression : (
    <-tables: stream[{A with _value: float, _time: time, _stop: time}],
    ?fromNow: float,
    ?predict: bool,
) => stream[{B with _value: float}]

// promqlMinute gives the minute of the hour, 0 to 59.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlMinute : (timestamp: float) => float

// promqlMonth gives the month of the year, 1 to 12.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlMonth : (timestamp: float) => float

// promHistogramQuantile estimates a quantile from a histogram of Prometheus.
//
// ## Parameters
//
// - quantile: Quantile to compute.
// - countColumn: Column with the cumulative count (default `_value`).
// - upperBoundColumn: Column with the upper bound of a bin (default `le`).
// - valueColumn: Column that receives the result (default `_value`).
// - tables: Input tables (piped in).
builtin promHistogramQuantile : (
    <-tables: stream[A],
    ?countColumn: string,
    ?quantile: float,
    ?upperBoundColumn: string,
    ?valueColumn: string,
) => stream[B] where A: Record, B: Record

// resets counts how often the value of each table decreases.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin resets : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// timestamp replaces each value by its time, in seconds since 1970.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin timestamp : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// promqlYear gives the year.
//
// ## Parameters
//
// - timestamp: Seconds since 1970.
builtin promqlYear : (timestamp: float) => float

// quantile gives a quantile, or infinity for shares outside of 0.0 to 1.0.
//
// ## Parameters
//
// - q: Share of the values.
// - method: Method, as in `quantile` of the prelude (default `"exact_mean"`).
// - tables: Input tables (piped in).
quantile = (q, method="exact_mean", tables=<-) => {
    constant = (value) => reduce(
        tables: tables,
        fn: (r, accumulator) => accumulator,
        identity: {_value: value},
    )

    return
        if q < 0.0 then
            constant(value: math.mInf(sign: -1))
        else if q <= 1.0 then
            universe.quantile(tables: tables, q: q, method: method)
        else
            constant(value: math.mInf(sign: 1))
}

// join pairs rows of two streams, as `experimental.join` does.
//
// ## Parameters
//
// - left: Left stream.
// - right: Right stream.
// - fn: Function that makes a row of the rows `left` and `right`.
join = experimental.join
