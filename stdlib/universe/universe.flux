// Package universe is the part of the prelude that every script uses: the transformations of
// streams, the conversions between the basic types, and a few helpers.
//
// Its members need no import.
package universe

import "date"
import "experimental/table"
import "math"
import "system"

// now is the function that gives the time of the run.
//
// The time is taken once when a program starts, so that each call gives the same instant.
// A script may set the option to a function of its own.
//
// ## Examples
//
// ```flux
// option now = () => 2024-01-01T12:00:00Z
//
// now()
// ```
//
// ```text
// 2024-01-01T12:00:00.000000000Z
// ```
option now = system.time

// today gives the start of the current day, as `now` and the option `location` see it.
//
// ## Examples
//
// ```flux
// option now = () => 2024-01-01T12:34:56Z
//
// today()
// ```
//
// ```text
// 2024-01-01T00:00:00.000000000Z
// ```
today = () => date.truncate(t: now(), unit: 1d)

// chandeMomentumOscillator applies the technical momentum indicator of Tushar Chande.
//
// The result lies between -100 and 100; the first `n` rows of a table are dropped.
//
// ## Parameters
//
// - n: Number of differences to look back on.
// - columns: Columns to work on (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> chandeMomentumOscillator(n: 3)
// ```
//
// ```text
// _result · table 0
// ┌───────────────────┐
// │            _value │
// │             float │
// ├───────────────────┤
// │                50 │
// │                60 │
// │ 66.66666666666667 │
// └───────────────────┘
// 3 rows
// ```
builtin chandeMomentumOscillator : (<-tables: stream[A], n: int, ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// columns lists the column labels of each table, one per row.
//
// ## Parameters
//
// - column: Name of the column that receives the labels (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> columns(column: "name")
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ name   │
// │ string │
// ├────────┤
// │ _time  │
// │ _value │
// └────────┘
// 2 rows
// ```
builtin columns : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// count gives the number of rows of each table, nulls included.
//
// ## Parameters
//
// - column: Column whose rows are counted (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Rows of each table
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> count()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      2 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      2 │
// └────────┘
// 1 row
// ```
//
// ### All rows
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> group()
//     |> count()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      4 │
// └────────┘
// 1 row
// ```
builtin count : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// covariance computes the covariance of two columns.
//
// ## Parameters
//
// - columns: The two columns, both of type float.
// - pearsonr: Divide by the standard deviations: Pearson's coefficient (default `false`).
// - valueDst: Column that receives the result (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{heat: 19.0, sun: 1.0}, {heat: 23.0, sun: 5.0}, {heat: 24.0, sun: 5.5}])
//     |> covariance(columns: ["heat", "sun"])
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │    6.5 │
// └────────┘
// 1 row
// ```
builtin covariance : (
    <-tables: stream[A],
    columns: [string],
    ?pearsonr: bool,
    ?valueDst: string,
) => stream[B] where A: Record, B: Record

// cumulativeSum replaces each value by the sum of all values up to it.
//
// ## Parameters
//
// - columns: Columns to sum up (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> cumulativeSum()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      2 │
// │ 2024-01-01T12:01:00Z │      7 │
// │ 2024-01-01T12:02:00Z │     11 │
// │ 2024-01-01T12:03:00Z │     19 │
// └──────────────────────┴────────┘
// 4 rows
// ```
builtin cumulativeSum : (<-tables: stream[A], ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// derivative computes the rate of change per unit of time between successive rows.
//
// The result is a float; the first row of each table is dropped.
//
// ## Parameters
//
// - unit: Length of time that a rate refers to (default `1s`).
// - nonNegative: Give null where a value is smaller than the one before (default `false`).
// - columns: Columns to work on (default `["_value"]`).
// - timeColumn: Column with the time of a row (default `_time`).
// - initialZero: With `nonNegative`, take zero as the value before a decrease (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Growth per second
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> derivative(unit: 1s)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬───────────────────────┐
// │ _time                │                _value │
// │ time                 │                 float │
// ├──────────────────────┼───────────────────────┤
// │ 2024-01-01T12:01:00Z │                  0.05 │
// │ 2024-01-01T12:02:00Z │ -0.016666666666666666 │
// │ 2024-01-01T12:03:00Z │   0.06666666666666667 │
// └──────────────────────┴───────────────────────┘
// 3 rows
// ```
//
// ### A counter that started anew: falls are left out
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 100},
//         {_time: 2024-01-01T12:00:10Z, _value: 130},
//         {_time: 2024-01-01T12:00:20Z, _value: 20},
//         {_time: 2024-01-01T12:00:40Z, _value: 60},
//     ],
// )
//     |> derivative(unit: 1s, nonNegative: true)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:10Z │      3 │
// │ 2024-01-01T12:00:20Z │   null │
// │ 2024-01-01T12:00:40Z │      2 │
// └──────────────────────┴────────┘
// 3 rows
// ```
builtin derivative : (
    <-tables: stream[A],
    ?columns: [string],
    ?initialZero: bool,
    ?nonNegative: bool,
    ?timeColumn: string,
    ?unit: duration,
) => stream[B] where A: Record, B: Record

// die stops the script with an error.
//
// ## Parameters
//
// - msg: Text of the error.
//
// ## Examples
//
// ```flux
// limit = 5
//
// if limit > 10 then die(msg: "the limit is too high") else "the limit is ${limit}"
// ```
//
// ```text
// the limit is 5
// ```
builtin die : (msg: string) => A

// difference subtracts from each value the one before it.
//
// The first row of each table is dropped unless `keepFirst` is set.
//
// ## Parameters
//
// - nonNegative: Give null where the difference would be negative (default `false`).
// - columns: Columns to work on (default `["_value"]`).
// - keepFirst: Keep the first row, with null as its difference (default `false`).
// - initialZero: Take zero as the value before the first row and, with `nonNegative`, before a
//   decrease (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### From one row to the next
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> difference()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:01:00Z │      3 │
// │ 2024-01-01T12:02:00Z │     -1 │
// │ 2024-01-01T12:03:00Z │      4 │
// └──────────────────────┴────────┘
// 3 rows
// ```
//
// ### The first row is kept, too
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> difference(keepFirst: true)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   null │
// │ 2024-01-01T12:01:00Z │      3 │
// │ 2024-01-01T12:02:00Z │     -1 │
// │ 2024-01-01T12:03:00Z │      4 │
// └──────────────────────┴────────┘
// 4 rows
// ```
builtin difference : (
    <-tables: stream[A],
    ?columns: [string],
    ?initialZero: bool,
    ?keepFirst: bool,
    ?nonNegative: bool,
) => stream[B] where A: Record, B: Record

// distinct gives the different values of a column in `_value`, in order of first appearance.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> distinct(column: "room")
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │ string │
// ├────────┤
// │ attic  │
// │ hall   │
// └────────┘
// 2 rows
// ```
builtin distinct : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// drop removes columns.
//
// Give either a list or a predicate. A column of the group key leaves the key as well.
//
// ## Parameters
//
// - columns: Names of the columns to remove.
// - fn: Predicate that is true for the columns to remove.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Columns by name
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> drop(columns: ["degrees"])
// ```
//
// ```text
// _result · table 0
// ┌─────────┐
// │ room    │
// │ string  │
// ├─────────┤
// │ attic   │
// │ hall    │
// │ kitchen │
// │ cellar  │
// └─────────┘
// 4 rows
// ```
//
// ### Columns that a condition picks
//
// ```flux
// import "array"
//
// array.from(rows: [{room: "attic", temp_min: 18.0, temp_max: 23.0}])
//     |> drop(fn: (column) => column =~ /^temp_/)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ room   │
// │ string │
// ├────────┤
// │ attic  │
// └────────┘
// 1 row
// ```
builtin drop : (<-tables: stream[A], ?columns: [string], ?fn: (column: string) => bool) => stream[B]
    where
    A: Record,
    B: Record

// duplicate copies a column.
//
// ## Parameters
//
// - column: Column to copy.
// - as: Name of the copy; a column of that name is replaced.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> duplicate(column: "degrees", as: "celsius")
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┬─────────┐
// │ room    │ degrees │ celsius │
// │ string  │   float │   float │
// ├─────────┼─────────┼─────────┤
// │ attic   │    19.5 │    19.5 │
// │ hall    │      21 │      21 │
// │ kitchen │    22.5 │    22.5 │
// │ cellar  │      12 │      12 │
// └─────────┴─────────┴─────────┘
// 4 rows
// ```
builtin duplicate : (<-tables: stream[A], as: string, column: string) => stream[B]
    where
    A: Record,
    B: Record

// elapsed gives the time between each row and the row before it.
//
// The first row of each table is dropped.
//
// ## Parameters
//
// - unit: Unit of the result (default `1s`); parts of it are cut off.
// - timeColumn: Column with the time of a row (default `_time`).
// - columnName: Column that receives the result (default `elapsed`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 100},
//         {_time: 2024-01-01T12:00:10Z, _value: 130},
//         {_time: 2024-01-01T12:00:20Z, _value: 20},
//         {_time: 2024-01-01T12:00:40Z, _value: 60},
//     ],
// )
//     |> elapsed(unit: 1s)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬─────────┐
// │ _time                │ _value │ elapsed │
// │ time                 │    int │     int │
// ├──────────────────────┼────────┼─────────┤
// │ 2024-01-01T12:00:10Z │    130 │      10 │
// │ 2024-01-01T12:00:20Z │     20 │      10 │
// │ 2024-01-01T12:00:40Z │     60 │      20 │
// └──────────────────────┴────────┴─────────┘
// 3 rows
// ```
builtin elapsed : (
    <-tables: stream[A],
    ?columnName: string,
    ?timeColumn: string,
    ?unit: duration,
) => stream[B] where A: Record, B: Record

// exponentialMovingAverage computes an average of `_value` that gives recent rows more weight.
//
// The first result is the plain mean of the first `n` values.
//
// ## Parameters
//
// - n: Number of values to average over.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> exponentialMovingAverage(n: 3)
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 2.3333333333333335 │
// │  2.666666666666667 │
// │ 3.8333333333333335 │
// │  5.916666666666667 │
// └────────────────────┘
// 4 rows
// ```
builtin exponentialMovingAverage : (
    <-tables: stream[{A with _value: B}],
    n: int,
) => stream[{A with _value: B}] where B: Numeric

// fill replaces nulls of a column.
//
// Give exactly one of `value` and `usePrevious`.
//
// ## Parameters
//
// - column: Column to fill (default `_value`).
// - value: Value that takes the place of a null; it has the type of the column.
// - usePrevious: Take the last value before the null (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### A value for what is missing
//
// ```flux
// import "array"
// import "internal/debug"
//
// array.from(rows: [{_value: 1.0}, {_value: debug.null(type: "float")}, {_value: 3.0}])
//     |> fill(value: 0.0)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      1 │
// │      0 │
// │      3 │
// └────────┘
// 3 rows
// ```
//
// ### The value before
//
// ```flux
// import "array"
// import "internal/debug"
//
// array.from(rows: [{_value: 1.0}, {_value: debug.null(type: "float")}, {_value: 3.0}])
//     |> fill(usePrevious: true)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      1 │
// │      1 │
// │      3 │
// └────────┘
// 3 rows
// ```
builtin fill : (<-tables: stream[B], ?column: string, ?usePrevious: bool, ?value: A) => stream[C]
    where
    B: Record,
    C: Record

// filter keeps the rows for which a predicate is true.
//
// A row for which the predicate is null is dropped.
//
// ## Parameters
//
// - fn: Predicate that is called with each row as `r`.
// - onEmpty: `"drop"` removes tables that lose all rows, `"keep"` keeps them (default `"drop"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Rows that fulfil a condition
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> filter(fn: (r) => r.degrees > 20.0 and r.room != "kitchen")
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ hall   │      21 │
// └────────┴─────────┘
// 1 row
// ```
//
// ### Tables that become empty are kept
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> filter(fn: (r) => r._value > 21.5, onEmpty: "keep")
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// └────────┘
// 0 rows
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     22 │
// └────────┘
// 1 row
// ```
builtin filter : (<-tables: stream[A], fn: (r: A) => bool, ?onEmpty: string) => stream[A]
    where
    A: Record

// first selects the first row of each table whose column is not null.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> first()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   19.5 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     21 │
// └────────┘
// 1 row
// ```
builtin first : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// group arranges the rows in new tables by the values of columns.
//
// Without arguments all rows come into one table.
//
// ## Parameters
//
// - columns: Columns of the new group key (default `[]`).
// - mode: `"by"` groups by the listed columns, `"except"` by all others (default `"by"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### One table for each room
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   19.5 │
// │   20.5 │
// └────────┘
// 2 rows
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     21 │
// │     22 │
// └────────┘
// 2 rows
// ```
//
// ### One table of all
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> group()
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ attic  │   19.5 │
// │ hall   │     21 │
// │ attic  │   20.5 │
// │ hall   │     22 │
// └────────┴────────┘
// 4 rows
// ```
//
// ### By all columns but one
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["_value"], mode: "except")
//     |> max()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   20.5 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     22 │
// └────────┘
// 1 row
// ```
builtin group : (<-tables: stream[A], ?columns: [string], ?mode: string) => stream[A]
    where
    A: Record

// histogram counts how many values lie at or below each of a list of bounds.
//
// Counts are cumulative.
//
// ## Parameters
//
// - bins: Upper bounds, e.g. made by `linearBins` or `logarithmicBins`.
// - column: Column of type float with the values (default `_value`).
// - upperBoundColumn: Column that receives the bound (default `le`).
// - countColumn: Column that receives the count (default `_value`).
// - normalize: Divide the counts by the number of values (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### How many values there are up to each bound
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> histogram(bins: [2.0, 4.0, 8.0])
// ```
//
// ```text
// _result · table 0
// ┌───────┬────────┐
// │    le │ _value │
// │ float │  float │
// ├───────┼────────┤
// │     2 │      2 │
// │     4 │      4 │
// │     8 │      6 │
// └───────┴────────┘
// 3 rows
// ```
//
// ### Bounds at equal distances, and shares instead of numbers
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> histogram(bins: linearBins(start: 0.0, width: 4.0, count: 3), normalize: true)
// ```
//
// ```text
// _result · table 0
// ┌───────┬────────────────────┐
// │    le │             _value │
// │ float │              float │
// ├───────┼────────────────────┤
// │     0 │                  0 │
// │     4 │ 0.6666666666666666 │
// │     8 │                  1 │
// │  +Inf │                  1 │
// └───────┴────────────────────┘
// 4 rows
// ```
builtin histogram : (
    <-tables: stream[A],
    bins: [float],
    ?column: string,
    ?countColumn: string,
    ?normalize: bool,
    ?upperBoundColumn: string,
) => stream[B] where A: Record, B: Record

// histogramQuantile estimates a quantile from a cumulative histogram.
//
// Within a bin, values are taken to be spread evenly.
//
// ## Parameters
//
// - quantile: Quantile to compute, from 0.0 to 1.0; it must be given.
// - countColumn: Column with the cumulative count (default `_value`).
// - upperBoundColumn: Column with the upper bound of a bin (default `le`).
// - valueColumn: Column that receives the result (default `_value`).
// - minValue: Lower end of the first bin (default `0.0`).
// - onNonmonotonic: What to do if counts decrease: `"error"`, `"force"` (raise them) or `"drop"`
//   (give no row) (default `"error"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{le: 0.1, _value: 40.0}, {le: 0.5, _value: 80.0}, {le: 1.0, _value: 100.0}])
//     |> histogramQuantile(quantile: 0.5)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │    0.2 │
// └────────┘
// 1 row
// ```
builtin histogramQuantile : (
    <-tables: stream[A],
    ?countColumn: string,
    ?minValue: float,
    ?onNonmonotonic: string,
    ?quantile: float,
    ?upperBoundColumn: string,
    ?valueColumn: string,
) => stream[B] where A: Record, B: Record

// holtWinters forecasts values with the damped method of Holt and Winters.
//
// ## Parameters
//
// - n: Number of values to predict.
// - interval: Time between two values.
// - withFit: Give the fitted values of the known times too (default `false`).
// - column: Column with the values (default `_value`).
// - timeColumn: Column with the time of a row (default `_time`).
// - seasonality: Number of values in a season; 0 means none (default `0`).
// - withMinSSE: Add the column `minSSE` with the least sum of squared errors (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T00:00:00Z, _value: 10.0},
//         {_time: 2024-01-02T00:00:00Z, _value: 12.0},
//         {_time: 2024-01-03T00:00:00Z, _value: 13.0},
//         {_time: 2024-01-04T00:00:00Z, _value: 15.0},
//     ],
// )
//     |> holtWinters(n: 2, interval: 1d)
//     |> map(fn: (r) => ({r with _value: math.round(x: r._value * 10.0) / 10.0}))
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-05T00:00:00Z │   16.9 │
// │ 2024-01-06T00:00:00Z │   19.2 │
// └──────────────────────┴────────┘
// 2 rows
// ```
builtin holtWinters : (
    <-tables: stream[A],
    interval: duration,
    n: int,
    ?column: string,
    ?seasonality: int,
    ?timeColumn: string,
    ?withFit: bool,
    ?withMinSSE: bool,
) => stream[B] where A: Record, B: Record

// _hourSelection is the native part of `hourSelection`.
//
// ## Parameters
//
// - start: First hour of the day, 0 to 23.
// - stop: Last hour of the day, 0 to 23.
// - location: Time zone in which hours are counted.
// - timeColumn: Column with the time of a row.
// - tables: Input tables (piped in).
builtin _hourSelection : (
    <-tables: stream[A],
    location: {zone: string, offset: duration},
    start: int,
    stop: int,
    ?timeColumn: string,
) => stream[A] where A: Record

// hourSelection keeps the rows whose time lies within a range of hours of the day.
//
// Both ends belong to the range; if `start` is greater than `stop` it spans midnight.
//
// ## Parameters
//
// - start: First hour of the day, 0 to 23.
// - stop: Last hour of the day, 0 to 23.
// - location: Time zone in which hours are counted (default: option `location`).
// - timeColumn: Column with the time of a row (default `_time`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T07:30:00Z, _value: 1},
//         {_time: 2024-01-01T12:00:00Z, _value: 2},
//         {_time: 2024-01-01T17:59:00Z, _value: 3},
//         {_time: 2024-01-01T23:00:00Z, _value: 4},
//     ],
// )
//     |> hourSelection(start: 9, stop: 17)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      2 │
// │ 2024-01-01T17:59:00Z │      3 │
// └──────────────────────┴────────┘
// 2 rows
// ```
hourSelection = (
    start,
    stop,
    location=location,
    timeColumn="_time",
    tables=<-,
) => _hourSelection(
    tables: tables,
    timeColumn: timeColumn,
    location: location,
    start: start,
    stop: stop,
)

// integral computes the area under the curve of a column over time.
//
// The columns `_start` and `_stop` must be part of the group key.
//
// ## Parameters
//
// - unit: Unit of time for the area (default `1s`).
// - timeColumn: Column with the time of a row (default `_time`).
// - column: Column with the values (default `_value`).
// - interpolate: `"linear"` continues the curve to the bounds of the range; `""` does not
//   (default `""`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:04:00Z)
//     |> integral(unit: 1m)
// ```
//
// ```text
// _result · table 0 · _start=2024-01-01T12:00:00Z, _stop=2024-01-01T12:04:00Z
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     14 │
// └────────┘
// 1 row
// ```
builtin integral : (
    <-tables: stream[A],
    ?column: string,
    ?interpolate: string,
    ?timeColumn: string,
    ?unit: duration,
) => stream[B] where A: Record, B: Record

// join merges two streams into one, pairing rows with equal values in the listed columns.
//
// Columns that both sides have and that are not in `on` get `_` and the side's name appended.
// Rows without partner are dropped.
//
// ## Parameters
//
// - tables: Record with the two streams, e.g. `{a: a, b: b}`.
// - on: Columns whose values must be equal.
// - method: Way to join; only `"inner"` exists (default `"inner"`).
//
// ## Examples
//
// ```flux
// import "array"
//
// noon = 2024-01-01T12:00:00Z
// heat = array.from(
//     rows: [{_time: noon, room: "attic", _value: 19.5}, {_time: noon, room: "hall", _value: 21.0}],
// )
// air = array.from(rows: [{_time: noon, room: "hall", _value: 640.0}])
//
// join(tables: {heat: heat, air: air}, on: ["_time", "room"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────────┬─────────────┬────────┐
// │ _time                │ _value_air │ _value_heat │ room   │
// │ time                 │      float │       float │ string │
// ├──────────────────────┼────────────┼─────────────┼────────┤
// │ 2024-01-01T12:00:00Z │        640 │          21 │ hall   │
// └──────────────────────┴────────────┴─────────────┴────────┘
// 1 row
// ```
builtin join : (<-tables: A, ?method: string, ?on: [string]) => stream[B] where A: Record, B: Record

// kaufmansAMA computes Kaufman's adaptive moving average.
//
// ## Parameters
//
// - n: Number of values to look back on.
// - column: Column with the values (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> kaufmansAMA(n: 3)
// ```
//
// ```text
// _result · table 0
// ┌───────────────────┐
// │            _value │
// │             float │
// ├───────────────────┤
// │ 3.866342929818476 │
// │  4.07188757904681 │
// │ 4.924717063689979 │
// └───────────────────┘
// 3 rows
// ```
builtin kaufmansAMA : (<-tables: stream[A], n: int, ?column: string) => stream[B]
    where
    A: Record,
    B: Record

// keep removes all columns but those named.
//
// Give either a list or a predicate.
//
// ## Parameters
//
// - columns: Names of the columns to keep.
// - fn: Predicate that is true for the columns to keep.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> keep(columns: ["_value"])
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      2 │
// │      5 │
// │      4 │
// │      8 │
// └────────┘
// 4 rows
// ```
builtin keep : (<-tables: stream[A], ?columns: [string], ?fn: (column: string) => bool) => stream[B]
    where
    A: Record,
    B: Record

// keyValues gives the different values of columns of each table as pairs `_key`, `_value`.
//
// ## Parameters
//
// - keyColumns: Columns to look at; all have the same type.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {floor: "ground", room: "hall", _value: 21.0},
//         {floor: "first", room: "attic", _value: 19.5},
//     ],
// )
//     |> group(columns: ["floor", "room"])
//     |> keyValues(keyColumns: ["floor", "room"])
// ```
//
// ```text
// _result · table 0 · floor=first, room=attic
// ┌────────┬────────┐
// │ _key   │ _value │
// │ string │ string │
// ├────────┼────────┤
// │ floor  │ first  │
// │ room   │ attic  │
// └────────┴────────┘
// 2 rows
//
// _result · table 1 · floor=ground, room=hall
// ┌────────┬────────┐
// │ _key   │ _value │
// │ string │ string │
// ├────────┼────────┤
// │ floor  │ ground │
// │ room   │ hall   │
// └────────┴────────┘
// 2 rows
// ```
builtin keyValues : (
    <-tables: stream[A],
    ?keyColumns: [string],
) => stream[{B with _value: C, _key: string}] where A: Record, B: Record

// keys lists the labels of the group key of each table, one per row.
//
// ## Parameters
//
// - column: Name of the column that receives the labels (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> keys()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │ string │
// ├────────┤
// │ room   │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │ string │
// ├────────┤
// │ room   │
// └────────┘
// 1 row
// ```
builtin keys : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// last selects the last row of each table whose column is not null.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> last()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   20.5 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     22 │
// └────────┘
// 1 row
// ```
builtin last : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// limit keeps the first rows of each table.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - offset: Number of rows to skip before (default `0`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### The first two rows
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> limit(n: 2)
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
//
// ### Two rows after the first one
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> limit(n: 2, offset: 1)
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┐
// │ room    │ degrees │
// │ string  │   float │
// ├─────────┼─────────┤
// │ hall    │      21 │
// │ kitchen │    22.5 │
// └─────────┴─────────┘
// 2 rows
// ```
builtin limit : (<-tables: stream[A], n: int, ?offset: int) => stream[A]

// map calls a function with each row and makes a row of the record that it returns.
//
// Columns of the group key that the record lacks leave the key.
//
// ## Parameters
//
// - fn: Function that is called with each row as `r` and returns a record.
// - mergeKey: Has no effect; it is accepted because old scripts give it.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### A column more
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> map(fn: (r) => ({r with warm: r.degrees > 20.0}))
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┬───────┐
// │ room    │ degrees │ warm  │
// │ string  │   float │ bool  │
// ├─────────┼─────────┼───────┤
// │ attic   │    19.5 │ false │
// │ hall    │      21 │ true  │
// │ kitchen │    22.5 │ true  │
// │ cellar  │      12 │ false │
// └─────────┴─────────┴───────┘
// 4 rows
// ```
//
// ### Rows of another form
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> map(fn: (r) => ({text: "${r.room}: ${r.degrees}"}))
// ```
//
// ```text
// _result · table 0
// ┌───────────────┐
// │ text          │
// │ string        │
// ├───────────────┤
// │ attic: 19.5   │
// │ hall: 21      │
// │ kitchen: 22.5 │
// │ cellar: 12    │
// └───────────────┘
// 4 rows
// ```
builtin map : (<-tables: stream[A], fn: (r: A) => B, ?mergeKey: bool) => stream[B]

// max selects the row with the greatest value of each table.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> max(column: "degrees")
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┐
// │ room    │ degrees │
// │ string  │   float │
// ├─────────┼─────────┤
// │ kitchen │    22.5 │
// └─────────┴─────────┘
// 1 row
// ```
builtin max : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// mean computes the average of the values that are not null.
//
// ## Parameters
//
// - column: Column with the values (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> mean()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     20 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   21.5 │
// └────────┘
// 1 row
// ```
builtin mean : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// min selects the row with the least value of each table.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> min(column: "degrees")
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ cellar │      12 │
// └────────┴─────────┘
// 1 row
// ```
builtin min : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// mode gives the value that occurs most often, or several in ascending order.
//
// The result is null if all values occur equally often.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: 3}, {_value: 5}, {_value: 3}, {_value: 8}])
//     |> mode()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      3 │
// └────────┘
// 1 row
// ```
builtin mode : (<-tables: stream[A], ?column: string) => stream[{B with _value: C}]
    where
    A: Record,
    B: Record

// movingAverage computes the mean of the last `n` values of `_value` at each row.
//
// ## Parameters
//
// - n: Number of values to average over.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> movingAverage(n: 2)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:01:00Z │    3.5 │
// │ 2024-01-01T12:02:00Z │    4.5 │
// │ 2024-01-01T12:03:00Z │      6 │
// └──────────────────────┴────────┘
// 3 rows
// ```
builtin movingAverage : (
    <-tables: stream[{A with _value: B}],
    n: int,
) => stream[{A with _value: float}] where B: Numeric

// quantile gives the value below which a share of the values lies.
//
// It is an aggregate, except that `"exact_selector"` gives a row of the input.
//
// ## Parameters
//
// - q: Share, from 0.0 to 1.0.
// - column: Column with the values (default `_value`).
// - compression: Number of centroids of the estimate (default `1000.0`).
// - method: `"estimate_tdigest"`, `"exact_mean"` or `"exact_selector"`
//   (default `"estimate_tdigest"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### An estimate, for very many rows
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> quantile(q: 0.75)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      5 │
// └────────┘
// 1 row
// ```
//
// ### The exact value between two rows
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> quantile(q: 0.75, method: "exact_mean")
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   4.75 │
// └────────┘
// 1 row
// ```
builtin quantile : (
    <-tables: stream[A],
    q: float,
    ?column: string,
    ?compression: float,
    ?method: string,
) => stream[A] where A: Record

// pivot turns values of rows into columns.
//
// Each distinct value of the columns `columnKey` becomes a column.
//
// ## Parameters
//
// - rowKey: Columns that tell the rows of the result apart.
// - columnKey: Columns whose values give the names of the new columns.
// - valueColumn: Column with the values of the new columns.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// noon = 2024-01-01T12:00:00Z
// one = 2024-01-01T13:00:00Z
//
// array.from(
//     rows: [
//         {_time: noon, _field: "temperature", _value: 19.5},
//         {_time: noon, _field: "humidity", _value: 61.0},
//         {_time: one, _field: "temperature", _value: 20.0},
//     ],
// )
//     |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬─────────────┬──────────┐
// │ _time                │ temperature │ humidity │
// │ time                 │       float │    float │
// ├──────────────────────┼─────────────┼──────────┤
// │ 2024-01-01T12:00:00Z │        19.5 │       61 │
// │ 2024-01-01T13:00:00Z │          20 │     null │
// └──────────────────────┴─────────────┴──────────┘
// 2 rows
// ```
builtin pivot : (
    <-tables: stream[A],
    columnKey: [string],
    rowKey: [string],
    valueColumn: string,
) => stream[B] where A: Record, B: Record

// range keeps the rows whose time lies between two bounds.
//
// The columns `_start` and `_stop` receive the bounds and become part of the group key.
//
// ## Parameters
//
// - start: Earliest time that is kept: a time, a duration relative to `now()`, or seconds since
//   1970 as an int.
// - stop: Earliest time that is no longer kept, in the same forms (default `now()`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Between two times
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:01:00Z, stop: 2024-01-01T12:03:00Z)
// ```
//
// ```text
// _result · table 0 · _start=2024-01-01T12:01:00Z, _stop=2024-01-01T12:03:00Z
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:01:00Z │      5 │
// │ 2024-01-01T12:02:00Z │      4 │
// └──────────────────────┴────────┘
// 2 rows
// ```
//
// ### The last two minutes
//
// ```flux
// import "array"
//
// option now = () => 2024-01-01T12:03:30Z
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: -2m)
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:02:00Z │      4 │
// │ 2024-01-01T12:03:00Z │      8 │
// └──────────────────────┴────────┘
// 2 rows
// ```
builtin range : (
    <-tables: stream[{C with _time: time}],
    start: A,
    ?stop: B,
) => stream[{C with _time: time, _stop: time, _start: time}]

// reduce folds the rows of each table into one record.
//
// ## Parameters
//
// - fn: Function that is called with a row as `r` and the `accumulator`, and returns the new
//   accumulator.
// - identity: The first accumulator; it determines names and types of the result.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Several results at once
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> reduce(
//         identity: {rooms: 0, sum: 0.0},
//         fn: (r, accumulator) => ({rooms: accumulator.rooms + 1, sum: accumulator.sum + r.degrees}),
//     )
//     |> map(fn: (r) => ({r with mean: r.sum / float(v: r.rooms)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┬───────┐
// │ rooms │   sum │  mean │
// │   int │ float │ float │
// ├───────┼───────┼───────┤
// │     4 │    75 │ 18.75 │
// └───────┴───────┴───────┘
// 1 row
// ```
builtin reduce : (<-tables: stream[B], fn: (accumulator: A, r: B) => A, identity: A) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// relativeStrengthIndex measures the speed and size of changes of values.
//
// ## Parameters
//
// - n: Number of values to look back on.
// - columns: Columns to work on (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> relativeStrengthIndex(n: 3)
// ```
//
// ```text
// _result · table 0
// ┌───────────────────┐
// │            _value │
// │             float │
// ├───────────────────┤
// │ 72.72727272727273 │
// │                85 │
// │ 92.54658385093168 │
// └───────────────────┘
// 3 rows
// ```
builtin relativeStrengthIndex : (<-tables: stream[A], n: int, ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// rename gives columns new names.
//
// Give either a record or a function.
//
// ## Parameters
//
// - columns: Record from old to new name, e.g. `{_value: "temp"}`.
// - fn: Function that is called with the name of each column and returns the new one.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### One column
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> rename(columns: {degrees: "celsius"})
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┐
// │ room    │ celsius │
// │ string  │   float │
// ├─────────┼─────────┤
// │ attic   │    19.5 │
// │ hall    │      21 │
// │ kitchen │    22.5 │
// │ cellar  │      12 │
// └─────────┴─────────┘
// 4 rows
// ```
//
// ### All columns
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> rename(fn: (column) => "house_${column}")
// ```
//
// ```text
// _result · table 0
// ┌────────────┬───────────────┐
// │ house_room │ house_degrees │
// │ string     │         float │
// ├────────────┼───────────────┤
// │ attic      │          19.5 │
// │ hall       │            21 │
// │ kitchen    │          22.5 │
// │ cellar     │            12 │
// └────────────┴───────────────┘
// 4 rows
// ```
builtin rename : (<-tables: stream[B], ?columns: A, ?fn: (column: string) => string) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// sample selects every n-th row of each table.
//
// ## Parameters
//
// - n: Distance between two selected rows.
// - pos: Number of rows before the first selected one; -1 takes a random number (default `-1`).
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> sample(n: 3, pos: 1)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      2 │
// │      5 │
// └────────┘
// 2 rows
// ```
builtin sample : (<-tables: stream[A], n: int, ?column: string, ?pos: int) => stream[A]
    where
    A: Record

// set gives a column the same string in all rows.
//
// ## Parameters
//
// - key: Name of the column; it is added if the table lacks it.
// - value: Value of the column.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> set(key: "floor", value: "ground")
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┬────────┐
// │ room    │ degrees │ floor  │
// │ string  │   float │ string │
// ├─────────┼─────────┼────────┤
// │ attic   │    19.5 │ ground │
// │ hall    │      21 │ ground │
// │ kitchen │    22.5 │ ground │
// │ cellar  │      12 │ ground │
// └─────────┴─────────┴────────┘
// 4 rows
// ```
builtin set : (<-tables: stream[A], key: string, value: string) => stream[A] where A: Record

// skew computes the skewness of the values that are not null.
//
// ## Parameters
//
// - column: Column with the values (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> skew()
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 0.6358612947838338 │
// └────────────────────┘
// 1 row
// ```
builtin skew : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// sort orders the rows of each table.
//
// Rows with equal values keep their order; nulls come first.
//
// ## Parameters
//
// - columns: Columns to sort by, the most important first (default `["_value"]`).
// - desc: Greatest value first (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### The coldest room first
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> sort(columns: ["degrees"])
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┐
// │ room    │ degrees │
// │ string  │   float │
// ├─────────┼─────────┤
// │ cellar  │      12 │
// │ attic   │    19.5 │
// │ hall    │      21 │
// │ kitchen │    22.5 │
// └─────────┴─────────┘
// 4 rows
// ```
//
// ### The warmest first
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> sort(columns: ["degrees"], desc: true)
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┐
// │ room    │ degrees │
// │ string  │   float │
// ├─────────┼─────────┤
// │ kitchen │    22.5 │
// │ hall    │      21 │
// │ attic   │    19.5 │
// │ cellar  │      12 │
// └─────────┴─────────┘
// 4 rows
// ```
builtin sort : (<-tables: stream[A], ?columns: [string], ?desc: bool) => stream[A] where A: Record

// spread gives the difference between the greatest and the least value.
//
// ## Parameters
//
// - column: Column with the values (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> spread()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      1 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      1 │
// └────────┘
// 1 row
// ```
builtin spread : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// stateTracking counts the rows and measures the time since a state began.
//
// A state lasts as long as the predicate is true; outside of it both results are -1.
//
// ## Parameters
//
// - fn: Predicate that is called with each row as `r`.
// - countColumn: Column that receives the number of rows; without it they are not counted.
// - durationColumn: Column that receives the time; without it time is not measured.
// - durationUnit: Unit of the time (default `1s`).
// - timeColumn: Column with the time of a row (default `_time`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> stateTracking(fn: (r) => r._value > 3.0, countColumn: "rows", durationColumn: "seconds")
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬──────┬─────────┐
// │ _time                │ _value │ rows │ seconds │
// │ time                 │  float │  int │     int │
// ├──────────────────────┼────────┼──────┼─────────┤
// │ 2024-01-01T12:00:00Z │      2 │   -1 │      -1 │
// │ 2024-01-01T12:01:00Z │      5 │    1 │       0 │
// │ 2024-01-01T12:02:00Z │      4 │    2 │      60 │
// │ 2024-01-01T12:03:00Z │      8 │    3 │     120 │
// └──────────────────────┴────────┴──────┴─────────┘
// 4 rows
// ```
builtin stateTracking : (
    <-tables: stream[A],
    fn: (r: A) => bool,
    ?countColumn: string,
    ?durationColumn: string,
    ?durationUnit: duration,
    ?timeColumn: string,
) => stream[B] where A: Record, B: Record

// stateCount counts the successive rows for which a predicate is true.
//
// The count starts with 1 and is -1 where the predicate is not true.
//
// ## Parameters
//
// - fn: Predicate that is called with each row as `r`.
// - column: Column that receives the count (default `stateCount`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> stateCount(fn: (r) => r._value > 3.0, column: "rows_above_3")
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬──────────────┐
// │ _time                │ _value │ rows_above_3 │
// │ time                 │  float │          int │
// ├──────────────────────┼────────┼──────────────┤
// │ 2024-01-01T12:00:00Z │      2 │           -1 │
// │ 2024-01-01T12:01:00Z │      5 │            1 │
// │ 2024-01-01T12:02:00Z │      4 │            2 │
// │ 2024-01-01T12:03:00Z │      8 │            3 │
// └──────────────────────┴────────┴──────────────┘
// 4 rows
// ```
stateCount = (fn, column="stateCount", tables=<-) => stateTracking(
    tables: tables,
    fn: fn,
    countColumn: column,
)

// stateDuration measures for how long a predicate has been true.
//
// The time starts with 0 and is -1 where the predicate is not true.
//
// ## Parameters
//
// - fn: Predicate that is called with each row as `r`.
// - column: Column that receives the time (default `stateDuration`).
// - timeColumn: Column with the time of a row (default `_time`).
// - unit: Unit of the time (default `1s`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> stateDuration(fn: (r) => r._value > 3.0, column: "minutes_above_3", unit: 1m)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬─────────────────┐
// │ _time                │ _value │ minutes_above_3 │
// │ time                 │  float │             int │
// ├──────────────────────┼────────┼─────────────────┤
// │ 2024-01-01T12:00:00Z │      2 │              -1 │
// │ 2024-01-01T12:01:00Z │      5 │               0 │
// │ 2024-01-01T12:02:00Z │      4 │               1 │
// │ 2024-01-01T12:03:00Z │      8 │               2 │
// └──────────────────────┴────────┴─────────────────┘
// 4 rows
// ```
stateDuration = (
    fn,
    column="stateDuration",
    timeColumn="_time",
    unit=1s,
    tables=<-,
) => stateTracking(
    tables: tables,
    fn: fn,
    durationUnit: unit,
    durationColumn: column,
    timeColumn: timeColumn,
)

// stddev computes the standard deviation of the values that are not null.
//
// ## Parameters
//
// - column: Column with the values (default `_value`).
// - mode: `"sample"` divides by n - 1, `"population"` by n (default `"sample"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Of a sample
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> stddev()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────┐
// │           _value │
// │            float │
// ├──────────────────┤
// │ 2.48327740429189 │
// └──────────────────┘
// 1 row
// ```
//
// ### Of all values there are
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> stddev(mode: "population")
// ```
//
// ```text
// _result · table 0
// ┌───────────────────┐
// │            _value │
// │             float │
// ├───────────────────┤
// │ 2.266911751455907 │
// └───────────────────┘
// 1 row
// ```
builtin stddev : (<-tables: stream[A], ?column: string, ?mode: string) => stream[B]
    where
    A: Record,
    B: Record

// sum adds up the values that are not null.
//
// ## Parameters
//
// - column: Column with the values (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> sum()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     40 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     43 │
// └────────┘
// 1 row
// ```
builtin sum : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// tail keeps the last rows of each table.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - offset: Number of rows to skip at the end (default `0`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> tail(n: 2)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:02:00Z │      4 │
// │ 2024-01-01T12:03:00Z │      8 │
// └──────────────────────┴────────┘
// 2 rows
// ```
builtin tail : (<-tables: stream[A], n: int, ?offset: int) => stream[A]

// timeShift adds a duration to columns of type time.
//
// ## Parameters
//
// - duration: Duration to add; it may be negative.
// - columns: Columns to change (default `["_start", "_stop", "_time"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> timeShift(duration: -1d)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2023-12-31T12:00:00Z │      2 │
// │ 2023-12-31T12:01:00Z │      5 │
// │ 2023-12-31T12:02:00Z │      4 │
// │ 2023-12-31T12:03:00Z │      8 │
// └──────────────────────┴────────┘
// 4 rows
// ```
builtin timeShift : (<-tables: stream[A], duration: duration, ?columns: [string]) => stream[A]

// tripleExponentialDerivative computes the rate of change of a triple exponential average (TRIX).
//
// ## Parameters
//
// - n: Number of values to average over.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> tripleExponentialDerivative(n: 2)
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 32.773780975219815 │
// │  46.51816174994985 │
// └────────────────────┘
// 2 rows
// ```
builtin tripleExponentialDerivative : (
    <-tables: stream[{A with _value: B}],
    n: int,
) => stream[{A with _value: float}] where A: Record, B: Numeric

// union puts the tables of several streams into one stream.
//
// Tables with the same group key become one.
//
// ## Parameters
//
// - tables: The streams, at least two.
//
// ## Examples
//
// ```flux
// import "array"
//
// ground = array.from(rows: [{room: "hall", degrees: 21.0}])
// first = array.from(rows: [{room: "attic", degrees: 19.5}])
//
// union(tables: [ground, first])
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ hall   │      21 │
// │ attic  │    19.5 │
// └────────┴─────────┘
// 2 rows
// ```
builtin union : (tables: [stream[A]]) => stream[A] where A: Record

// unique keeps the first row for each different value of a column.
//
// ## Parameters
//
// - column: Column to look at (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> unique(column: "room")
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ attic  │   19.5 │
// │ hall   │     21 │
// └────────┴────────┘
// 2 rows
// ```
builtin unique : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// _window is the native part of `window`.
//
// ## Parameters
//
// - every: Distance between the starts of two windows.
// - period: Length of a window.
// - offset: Shift of all windows.
// - location: Time zone whose days and hours count.
// - timeColumn: Column with the time of a row.
// - startColumn: Column that receives the start of the window.
// - stopColumn: Column that receives the end of the window.
// - createEmpty: Make a table for a window without rows.
// - tables: Input tables (piped in).
builtin _window : (
    <-tables: stream[A],
    createEmpty: bool,
    every: duration,
    location: {zone: string, offset: duration},
    offset: duration,
    period: duration,
    startColumn: string,
    stopColumn: string,
    timeColumn: string,
) => stream[B] where A: Record, B: Record

// window distributes the rows over windows of time.
//
// Each window becomes a table; its bounds are part of the group key. A row comes into each window
// that contains its time.
//
// ## Parameters
//
// - every: Distance between the starts of two windows (default: `period`).
// - period: Length of a window (default: `every`). If it is negative, windows end where they would start.
// - offset: Shift of all windows (default `0s`).
// - location: Time zone whose days and hours count (default: option `location`).
// - timeColumn: Column with the time of a row (default `_time`).
// - startColumn: Column that receives the start of the window (default `_start`).
// - stopColumn: Column that receives the end of the window (default `_stop`).
// - createEmpty: Make a table for a window without rows (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Windows of two minutes
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:04:00Z)
//     |> window(every: 2m)
// ```
//
// ```text
// _result · table 0 · _start=2024-01-01T12:00:00Z, _stop=2024-01-01T12:02:00Z
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      2 │
// │ 2024-01-01T12:01:00Z │      5 │
// └──────────────────────┴────────┘
// 2 rows
//
// _result · table 1 · _start=2024-01-01T12:02:00Z, _stop=2024-01-01T12:04:00Z
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:02:00Z │      4 │
// │ 2024-01-01T12:03:00Z │      8 │
// └──────────────────────┴────────┘
// 2 rows
// ```
//
// ### The sum of each, in one table
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:04:00Z)
//     |> window(every: 2m)
//     |> sum()
//     |> group()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┬────────┐
// │ _start               │ _stop                │ _value │
// │ time                 │ time                 │  float │
// ├──────────────────────┼──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │ 2024-01-01T12:02:00Z │      7 │
// │ 2024-01-01T12:02:00Z │ 2024-01-01T12:04:00Z │     12 │
// └──────────────────────┴──────────────────────┴────────┘
// 2 rows
// ```
window = (
    every=0s,
    period=0s,
    offset=0s,
    location=location,
    createEmpty=false,
    timeColumn="_time",
    startColumn="_start",
    stopColumn="_stop",
    tables=<-,
) => _window(
    tables: tables,
    createEmpty: createEmpty,
    every: every,
    period: period,
    offset: offset,
    location: location,
    startColumn: startColumn,
    stopColumn: stopColumn,
    timeColumn: timeColumn,
)

// yield makes a stream a result of the script.
//
// ## Parameters
//
// - name: Name of the result (default `_result`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// rooms = array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//
// rooms
//     |> min(column: "degrees")
//     |> yield(name: "coldest")
//
// rooms
//     |> max(column: "degrees")
//     |> yield(name: "warmest")
// ```
//
// ```text
// coldest · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ cellar │      12 │
// └────────┴─────────┘
// 1 row
//
// warmest · table 0
// ┌─────────┬─────────┐
// │ room    │ degrees │
// │ string  │   float │
// ├─────────┼─────────┤
// │ kitchen │    22.5 │
// └─────────┴─────────┘
// 1 row
// ```
builtin yield : (<-tables: stream[A], ?name: string) => stream[A] where A: Record

// tableFind selects the first table whose group key fulfils a predicate.
//
// ## Parameters
//
// - fn: Predicate that is called with the group key as `key`.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// attic =
//     array.from(
//         rows: [
//             {room: "attic", _value: 19.5},
//             {room: "hall", _value: 21.0},
//             {room: "attic", _value: 20.5},
//             {room: "hall", _value: 22.0},
//         ],
//     )
//         |> group(columns: ["room"])
//         |> tableFind(fn: (key) => key.room == "attic")
//         |> getColumn(column: "_value")
//
// length(arr: attic)
// ```
//
// ```text
// 2
// ```
builtin tableFind : (<-tables: stream[B], fn: (key: A) => bool) => stream[B]
    where
    A: Record,
    B: Record

// getColumn gives the values of a column of a table as an array.
//
// ## Parameters
//
// - column: Name of the column.
// - table: Table, as `tableFind` gives it (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> tableFind(fn: (key) => key.room == "attic")
//     |> getColumn(column: "_value")
// ```
//
// ```text
// [19.5, 20.5]
// ```
builtin getColumn : (<-table: stream[A], column: string) => [B] where A: Record

// getRecord gives a row of a table as a record.
//
// ## Parameters
//
// - idx: Number of the row; the first is 0.
// - table: Table, as `tableFind` gives it (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// row =
//     array.from(
//         rows: [
//             {room: "attic", _value: 19.5},
//             {room: "hall", _value: 21.0},
//             {room: "attic", _value: 20.5},
//             {room: "hall", _value: 22.0},
//         ],
//     )
//         |> group(columns: ["room"])
//         |> tableFind(fn: (key) => key.room == "attic")
//         |> getRecord(idx: 0)
//
// row._value
// ```
//
// ```text
// 19.5
// ```
builtin getRecord : (<-table: stream[A], idx: int) => A where A: Record

// findColumn gives a column of the first table whose group key fulfils a predicate, as an array.
//
// The array is empty if there is no such table or column.
//
// ## Parameters
//
// - fn: Predicate that is called with the group key as `key`.
// - column: Name of the column.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> findColumn(fn: (key) => key.room == "hall", column: "_value")
// ```
//
// ```text
// [21, 22]
// ```
builtin findColumn : (<-tables: stream[B], column: string, fn: (key: A) => bool) => [C]
    where
    A: Record,
    B: Record

// findRecord gives a row of the first table whose group key fulfils a predicate, as a record.
//
// The record is empty if there is no such table or row.
//
// ## Parameters
//
// - fn: Predicate that is called with the group key as `key`.
// - idx: Number of the row; the first is 0.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// hall =
//     array.from(
//         rows: [
//             {room: "attic", _value: 19.5},
//             {room: "hall", _value: 21.0},
//             {room: "attic", _value: 20.5},
//             {room: "hall", _value: 22.0},
//         ],
//     )
//         |> group(columns: ["room"])
//         |> findRecord(fn: (key) => key.room == "hall", idx: 1)
//
// "the hall has ${hall._value} degrees"
// ```
//
// ```text
// the hall has 22 degrees
// ```
builtin findRecord : (<-tables: stream[B], fn: (key: A) => bool, idx: int) => B
    where
    A: Record,
    B: Record

// bool converts a value to a boolean.
//
// Accepts booleans, the strings `true` and `false`, and the numbers 0 and 1.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ```flux
// bool(v: "true")
// ```
//
// ```text
// true
// ```
builtin bool : (v: A) => bool

// bytes converts a string to the bytes of its UTF-8 form.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ```flux
// bytes(v: "Flux")
// ```
//
// ```text
// 0x466c7578
// ```
builtin bytes : (v: A) => bytes

// duration converts a value to a duration.
//
// A number counts nanoseconds; a string is a duration literal.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ### A text
//
// ```flux
// duration(v: "1h30m")
// ```
//
// ```text
// 1h30m
// ```
//
// ### A number of nanoseconds
//
// ```flux
// duration(v: 90000000000)
// ```
//
// ```text
// 1m30s
// ```
builtin duration : (v: A) => duration

// float converts a value to a floating point number.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ```flux
// float(v: "19.5")
// ```
//
// ```text
// 19.5
// ```
builtin float : (v: A) => float

// _vectorizedFloat is `float` for the values of a whole column.
//
// ## Parameters
//
// - v: Values to convert.
builtin _vectorizedFloat : (v: vector[A]) => vector[float]

// int converts a value to a 64-bit integer.
//
// A time gives nanoseconds since 1970, a duration its nanoseconds; parts of a float are cut off.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ### A text
//
// ```flux
// int(v: "-12")
// ```
//
// ```text
// -12
// ```
//
// ### A float loses its fraction
//
// ```flux
// int(v: 19.9)
// ```
//
// ```text
// 19
// ```
builtin int : (v: A) => int

// string converts a value to text.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ```flux
// string(v: 2024-01-01T12:00:00Z)
// ```
//
// ```text
// 2024-01-01T12:00:00.000000000Z
// ```
builtin string : (v: A) => string

// time converts a value to a time.
//
// A number counts nanoseconds since 1970; a string is in the form of RFC 3339.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ```flux
// time(v: "2024-01-01")
// ```
//
// ```text
// 2024-01-01T00:00:00.000000000Z
// ```
builtin time : (v: A) => time

// uint converts a value to an unsigned 64-bit integer.
//
// ## Parameters
//
// - v: Value to convert.
//
// ## Examples
//
// ```flux
// uint(v: "18446744073709551615")
// ```
//
// ```text
// 18446744073709551615
// ```
builtin uint : (v: A) => uint

// display gives the text that shows any value, arrays, records and dictionaries included.
//
// ## Parameters
//
// - v: Value to show.
//
// ## Examples
//
// ```flux
// display(v: {room: "attic", degrees: [19.5, 20.0], since: 2024-01-01T12:00:00Z})
// ```
//
// ```text
// {degrees: [19.5, 20], room: attic, since: 2024-01-01T12:00:00.000000000Z}
// ```
builtin display : (v: A) => string

// contains tells whether an array has a value among its elements.
//
// ## Parameters
//
// - value: Value to look for.
// - set: Array to search.
//
// ## Examples
//
// ```flux
// contains(value: "hall", set: ["attic", "hall"])
// ```
//
// ```text
// true
// ```
builtin contains : (set: [A], value: A) => bool where A: Nullable

// inf is the longest duration; as a window it takes in everything.
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 1.0},
//         {_time: 2024-01-05T12:00:00Z, _value: 2.0},
//     ],
// )
//     |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-08T00:00:00Z)
//     |> window(every: 1d)
//     |> window(every: inf)
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      1 │
// │ 2024-01-05T12:00:00Z │      2 │
// └──────────────────────┴────────┘
// 2 rows
// ```
builtin inf : duration

// length gives the number of elements of an array.
//
// ## Parameters
//
// - arr: Array to count (piped in).
//
// ## Examples
//
// ```flux
// length(arr: ["attic", "hall", "cellar"])
// ```
//
// ```text
// 3
// ```
builtin length : (<-arr: [A]) => int

// linearBins makes a list of bounds with the same distance between them.
//
// ## Parameters
//
// - start: First bound.
// - width: Distance between two bounds.
// - count: Number of bounds.
// - infinity: Add positive infinity as one more bound (default `true`).
//
// ## Examples
//
// ```flux
// linearBins(start: 0.0, width: 5.0, count: 4)
// ```
//
// ```text
// [
//     0,
//     5,
//     10,
//     15,
//     +Inf
// ]
// ```
builtin linearBins : (count: int, start: float, width: float, ?infinity: bool) => [float]

// logarithmicBins makes a list of bounds each of which is a multiple of the one before.
//
// ## Parameters
//
// - start: First bound.
// - factor: Ratio of two successive bounds.
// - count: Number of bounds.
// - infinity: Add positive infinity as one more bound (default `true`).
//
// ## Examples
//
// ```flux
// logarithmicBins(start: 1.0, factor: 10.0, count: 4)
// ```
//
// ```text
// [
//     1,
//     10,
//     100,
//     1000,
//     +Inf
// ]
// ```
builtin logarithmicBins : (count: int, factor: float, start: float, ?infinity: bool) => [float]

// timeWeightedAvg computes an average in which a value counts for as long as it lasted.
//
// It divides the area under the curve by the length of the range.
//
// ## Parameters
//
// - unit: Unit of time for the area.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 10.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 20.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 20.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:04:00Z)
//     |> timeWeightedAvg(unit: 1m)
// ```
//
// ```text
// _result · table 0 · _start=2024-01-01T12:00:00Z, _stop=2024-01-01T12:04:00Z
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │  18.75 │
// └────────┘
// 1 row
// ```
timeWeightedAvg = (unit, tables=<-) => {
    unitLength = float(v: uint(v: unit))
    area = integral(tables: tables, interpolate: "linear", unit: unit)

    return map(
        tables: area,
        fn: (r) => ({r with
            _value: r._value * unitLength / float(v: int(v: r._stop) - int(v: r._start)),
        }),
    )
}

// cov computes the covariance of the `_value` columns of two streams.
//
// ## Parameters
//
// - x: First stream.
// - y: Second stream.
// - on: Columns by which rows of the two streams are paired.
// - pearsonr: Divide by the standard deviations: Pearson's coefficient (default `false`).
//
// ## Examples
//
// ```flux
// import "array"
//
// noon = 2024-01-01T12:00:00Z
// one = 2024-01-01T13:00:00Z
// heat = array.from(rows: [{_time: noon, _value: 19.0}, {_time: one, _value: 23.0}])
// sun = array.from(rows: [{_time: noon, _value: 1.0}, {_time: one, _value: 5.0}])
//
// cov(x: heat, y: sun, on: ["_time"])
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │      8 │
// └────────┘
// 1 row
// ```
cov = (x, y, on, pearsonr=false) => {
    pairs = join(tables: {y: y, x: x}, on: on)

    return covariance(tables: pairs, columns: ["_value_x", "_value_y"], pearsonr: pearsonr)
}

// pearsonr computes Pearson's correlation coefficient of the `_value` columns of two streams.
//
// ## Parameters
//
// - x: First stream.
// - y: Second stream.
// - on: Columns by which rows of the two streams are paired.
//
// ## Examples
//
// ```flux
// import "array"
//
// noon = 2024-01-01T12:00:00Z
// one = 2024-01-01T13:00:00Z
// two = 2024-01-01T14:00:00Z
// heat = array.from(
//     rows: [{_time: noon, _value: 19.0}, {_time: one, _value: 23.0}, {_time: two, _value: 25.0}],
// )
// sun = array.from(
//     rows: [{_time: noon, _value: 1.0}, {_time: one, _value: 3.0}, {_time: two, _value: 4.0}],
// )
//
// pearsonr(x: heat, y: sun, on: ["_time"])
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 0.9999999999999998 │
// └────────────────────┘
// 1 row
// ```
pearsonr = (x, y, on) => cov(pearsonr: true, on: on, x: x, y: y)

// _fillEmpty gives empty tables a row of nulls, if asked to.
//
// ## Parameters
//
// - createEmpty: Whether to do so.
// - tables: Input tables (piped in).
_fillEmpty = (createEmpty, tables=<-) =>
    if not createEmpty then tables else table.fill(tables: tables)

// aggregateWindow applies an aggregate or a selector to windows of time.
//
// The tables of a group are put together again; each window gives its rows in order of time.
//
// ## Parameters
//
// - every: Distance between the starts of two windows.
// - fn: Function to apply, e.g. `mean`; it takes a stream and the parameter `column`.
// - period: Length of a window (default: `every`). If it is negative, windows end where they would start.
// - offset: Shift of all windows (default `0s`).
// - location: Time zone whose days and hours count (default: option `location`).
// - column: Column to work on (default `_value`).
// - timeSrc: Column with the time of a result, `_start` or `_stop` (default `_stop`).
// - timeDst: Column that receives it (default `_time`).
// - createEmpty: Give a row for a window without rows (default `true`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### The mean of each two minutes
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:04:00Z)
//     |> aggregateWindow(every: 2m, fn: mean)
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:02:00Z │    3.5 │
// │ 2024-01-01T12:04:00Z │      6 │
// └──────────────────────┴────────┘
// 2 rows
// ```
//
// ### A function of one's own, and no rows for windows without data
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:10:00Z)
//     |> aggregateWindow(
//         every: 2m,
//         fn: (column, tables=<-) =>
//             tables |> quantile(q: 0.9, method: "exact_selector", column: column),
//         createEmpty: false,
//     )
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:02:00Z │      5 │
// │ 2024-01-01T12:04:00Z │      8 │
// └──────────────────────┴────────┘
// 2 rows
// ```
aggregateWindow = (
    every,
    fn,
    period=0s,
    offset=0s,
    location=location,
    column="_value",
    timeSrc="_stop",
    timeDst="_time",
    createEmpty=true,
    tables=<-,
) => {
    windows = window(
        tables: tables,
        every: every,
        period: period,
        offset: offset,
        location: location,
        createEmpty: createEmpty,
    )
    results = windows |> fn(column: column) |> _fillEmpty(createEmpty: createEmpty)

    return
        results
            |> duplicate(column: timeSrc, as: timeDst)
            |> window(timeColumn: timeDst, every: inf)
}

// increase adds up the growth of a counter; a decrease counts as a restart from zero.
//
// ## Parameters
//
// - columns: Columns to work on (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 100},
//         {_time: 2024-01-01T12:00:10Z, _value: 130},
//         {_time: 2024-01-01T12:00:20Z, _value: 20},
//         {_time: 2024-01-01T12:00:40Z, _value: 60},
//     ],
// )
//     |> increase()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      0 │
// │ 2024-01-01T12:00:10Z │     30 │
// │ 2024-01-01T12:00:20Z │     50 │
// │ 2024-01-01T12:00:40Z │     90 │
// └──────────────────────┴────────┘
// 4 rows
// ```
increase = (columns=["_value"], tables=<-) => {
    steps = difference(
        tables: tables,
        columns: columns,
        initialZero: true,
        keepFirst: true,
        nonNegative: true,
    )

    return cumulativeSum(tables: steps, columns: columns)
}

// median gives the middle value; half of the values are smaller.
//
// ## Parameters
//
// - column: Column with the values (default `_value`).
// - method: Method, as in `quantile` (default `"estimate_tdigest"`).
// - compression: Number of centroids of the estimate; 0.0 stands for 1000.0 (default `0.0`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### The value in the middle
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> median()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │    3.5 │
// └────────┘
// 1 row
// ```
//
// ### A row that there is
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> median(column: "degrees", method: "exact_selector")
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ attic  │    19.5 │
// └────────┴─────────┘
// 1 row
// ```
median = (column="_value", method="estimate_tdigest", compression=0.0, tables=<-) => quantile(
    tables: tables,
    q: 0.5,
    column: column,
    compression: compression,
    method: method,
)

// _sortLimit keeps the first rows of each table in a given order.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - desc: Greatest value first.
// - columns: Columns to sort by (default `["_value"]`).
// - tables: Input tables (piped in).
_sortLimit = (n, desc, columns=["_value"], tables=<-) => limit(
    tables: sort(tables: tables, columns: columns, desc: desc),
    n: n,
)

// top keeps the rows with the greatest values of each table, in descending order.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - columns: Columns to sort by (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> top(n: 2, columns: ["degrees"])
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┐
// │ room    │ degrees │
// │ string  │   float │
// ├─────────┼─────────┤
// │ kitchen │    22.5 │
// │ hall    │      21 │
// └─────────┴─────────┘
// 2 rows
// ```
top = (n, columns=["_value"], tables=<-) => _sortLimit(
    tables: tables,
    n: n,
    desc: true,
    columns: columns,
)

// bottom keeps the rows with the least values of each table, in ascending order.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - columns: Columns to sort by (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> bottom(n: 2, columns: ["degrees"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ cellar │      12 │
// │ attic  │    19.5 │
// └────────┴─────────┘
// 2 rows
// ```
bottom = (n, columns=["_value"], tables=<-) => _sortLimit(
    tables: tables,
    n: n,
    desc: false,
    columns: columns,
)

// _highestOrLowest ranks groups by one row of each.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - reducer: Function that makes one row of each group.
// - _sortLimit: Function that keeps the first `n` rows of all.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
_highestOrLowest = (
    n,
    reducer,
    _sortLimit,
    column="_value",
    groupColumns=[],
    tables=<-,
) => {
    perGroup = group(tables: tables, columns: groupColumns) |> reducer()

    return group(tables: perGroup, columns: []) |> _sortLimit(n: n, columns: [column])
}

// highestMax gives the `n` groups with the greatest maxima.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> highestMax(n: 1, groupColumns: ["room"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ hall   │     22 │
// └────────┴────────┘
// 1 row
// ```
highestMax = (n, column="_value", groupColumns=[], tables=<-) => _highestOrLowest(
    tables: tables,
    groupColumns: groupColumns,
    reducer: (tables=<-) => max(tables: tables, column: column),
    _sortLimit: top,
    column: column,
    n: n,
)

// highestAverage gives the `n` groups with the greatest means.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> highestAverage(n: 1, groupColumns: ["room"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ hall   │   21.5 │
// └────────┴────────┘
// 1 row
// ```
highestAverage = (n, column="_value", groupColumns=[], tables=<-) => _highestOrLowest(
    tables: tables,
    groupColumns: groupColumns,
    reducer: (tables=<-) => mean(tables: tables, column: column),
    _sortLimit: top,
    column: column,
    n: n,
)

// highestCurrent gives the `n` groups with the greatest last values.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, room: "attic", _value: 25.0},
//         {_time: 2024-01-01T12:05:00Z, room: "attic", _value: 20.5},
//         {_time: 2024-01-01T12:05:00Z, room: "hall", _value: 22.0},
//     ],
// )
//     |> highestCurrent(n: 1, groupColumns: ["room"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬────────┐
// │ _time                │ room   │ _value │
// │ time                 │ string │  float │
// ├──────────────────────┼────────┼────────┤
// │ 2024-01-01T12:05:00Z │ hall   │     22 │
// └──────────────────────┴────────┴────────┘
// 1 row
// ```
highestCurrent = (n, column="_value", groupColumns=[], tables=<-) => _highestOrLowest(
    tables: tables,
    groupColumns: groupColumns,
    reducer: (tables=<-) => last(tables: tables, column: column),
    _sortLimit: top,
    column: column,
    n: n,
)

// lowestMin gives the `n` groups with the least minima.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> lowestMin(n: 1, groupColumns: ["room"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ attic  │   19.5 │
// └────────┴────────┘
// 1 row
// ```
lowestMin = (n, column="_value", groupColumns=[], tables=<-) => _highestOrLowest(
    tables: tables,
    groupColumns: groupColumns,
    reducer: (tables=<-) => min(tables: tables, column: column),
    _sortLimit: bottom,
    column: column,
    n: n,
)

// lowestAverage gives the `n` groups with the least means.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "hall", _value: 21.0},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 22.0},
//     ],
// )
//     |> lowestAverage(n: 1, groupColumns: ["room"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ attic  │     20 │
// └────────┴────────┘
// 1 row
// ```
lowestAverage = (n, column="_value", groupColumns=[], tables=<-) => _highestOrLowest(
    tables: tables,
    groupColumns: groupColumns,
    reducer: (tables=<-) => mean(tables: tables, column: column),
    _sortLimit: bottom,
    column: column,
    n: n,
)

// lowestCurrent gives the `n` groups with the least last values.
//
// ## Parameters
//
// - n: Number of rows to keep.
// - column: Column to rank by (default `_value`).
// - groupColumns: Columns by which to group (default `[]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, room: "attic", _value: 15.0},
//         {_time: 2024-01-01T12:05:00Z, room: "attic", _value: 23.5},
//         {_time: 2024-01-01T12:05:00Z, room: "hall", _value: 22.0},
//     ],
// )
//     |> lowestCurrent(n: 1, groupColumns: ["room"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬────────┐
// │ _time                │ room   │ _value │
// │ time                 │ string │  float │
// ├──────────────────────┼────────┼────────┤
// │ 2024-01-01T12:05:00Z │ hall   │     22 │
// └──────────────────────┴────────┴────────┘
// 1 row
// ```
lowestCurrent = (n, column="_value", groupColumns=[], tables=<-) => _highestOrLowest(
    tables: tables,
    groupColumns: groupColumns,
    reducer: (tables=<-) => last(tables: tables, column: column),
    _sortLimit: bottom,
    column: column,
    n: n,
)

// timedMovingAverage computes the mean of the last `period` of time, every so often.
//
// ## Parameters
//
// - every: Time between two results.
// - period: Length of time to average over.
// - column: Column with the values (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:04:00Z)
//     |> timedMovingAverage(every: 1m, period: 2m)
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:01:00Z │      2 │
// │ 2024-01-01T12:02:00Z │    3.5 │
// │ 2024-01-01T12:03:00Z │    4.5 │
// │ 2024-01-01T12:04:00Z │      6 │
// │ 2024-01-01T12:04:00Z │      8 │
// └──────────────────────┴────────┘
// 5 rows
// ```
timedMovingAverage = (every, period, column="_value", tables=<-) => {
    means = window(tables: tables, period: period, every: every) |> mean(column: column)

    return duplicate(tables: means, column: "_stop", as: "_time") |> window(every: inf)
}

// doubleEMA computes the double exponential moving average of `_value`.
//
// ## Parameters
//
// - n: Number of values to average over.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> doubleEMA(n: 2)
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │                  4 │
// │ 3.2962962962962963 │
// │  4.864197530864197 │
// │  7.765432098765432 │
// └────────────────────┘
// 4 rows
// ```
doubleEMA = (n, tables=<-) => {
    once =
        exponentialMovingAverage(tables: tables, n: n)
            |> duplicate(column: "_value", as: "__ema")
    twice = exponentialMovingAverage(tables: once, n: n)

    return
        twice
            |> map(fn: (r) => ({r with _value: 2.0 * r.__ema - r._value}))
            |> drop(columns: ["__ema"])
}

// tripleEMA computes the triple exponential moving average of `_value`.
//
// ## Parameters
//
// - n: Number of values to average over.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> tripleEMA(n: 2)
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 3.2962962962962967 │
// │  4.954732510288066 │
// │  7.951989026063101 │
// └────────────────────┘
// 3 rows
// ```
tripleEMA = (n, tables=<-) => {
    once =
        exponentialMovingAverage(tables: tables, n: n)
            |> duplicate(column: "_value", as: "__ema1")
    twice =
        exponentialMovingAverage(tables: once, n: n)
            |> duplicate(column: "_value", as: "__ema2")
    thrice = exponentialMovingAverage(tables: twice, n: n)

    return
        thrice
            |> map(fn: (r) => ({r with _value: 3.0 * r.__ema1 - 3.0 * r.__ema2 + r._value}))
            |> drop(columns: ["__ema1", "__ema2"])
}

// kaufmansER computes Kaufman's efficiency ratio, from 0.0 to 1.0.
//
// ## Parameters
//
// - n: Number of values to look back on.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> kaufmansER(n: 3)
// ```
//
// ```text
// _result · table 0
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │                0.5 │
// │                0.6 │
// │ 0.6666666666666667 │
// └────────────────────┘
// 3 rows
// ```
kaufmansER = (n, tables=<-) => map(
    tables: chandeMomentumOscillator(tables: tables, n: n),
    fn: (r) => ({r with _value: math.abs(x: r._value) / 100.0}),
)

// truncateTimeColumn cuts the time in `_time` down to a multiple of a unit.
//
// ## Parameters
//
// - unit: Unit, e.g. `1m`.
// - timeColumn: Has no effect; the column is always `_time`.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:34:56Z, _value: 1},
//         {_time: 2024-01-01T13:00:01Z, _value: 2},
//     ],
// )
//     |> truncateTimeColumn(unit: 1h)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │      1 │
// │ 2024-01-01T13:00:00Z │      2 │
// └──────────────────────┴────────┘
// 2 rows
// ```
truncateTimeColumn = (unit, timeColumn="_time", tables=<-) => map(
    tables: tables,
    fn: (r) => ({r with _time: date.truncate(unit: unit, t: r._time)}),
)

// toBool converts `_value` to bool.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: "true"}, {_value: "false"}])
//     |> toBool()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │ bool   │
// ├────────┤
// │ true   │
// │ false  │
// └────────┘
// 2 rows
// ```
toBool = (tables=<-) => map(tables: tables, fn: (r) => ({r with _value: bool(v: r._value)}))

// toFloat converts `_value` to float.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: "19.5"}, {_value: "2e3"}])
//     |> toFloat()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   19.5 │
// │   2000 │
// └────────┘
// 2 rows
// ```
toFloat = (tables=<-) => map(tables: tables, fn: (r) => ({r with _value: float(v: r._value)}))

// toInt converts `_value` to int.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: 19.9}, {_value: -0.5}])
//     |> toInt()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │     19 │
// │      0 │
// └────────┘
// 2 rows
// ```
toInt = (tables=<-) => map(tables: tables, fn: (r) => ({r with _value: int(v: r._value)}))

// toString converts `_value` to string.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: 19.5}, {_value: 20.0}])
//     |> toString()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │ string │
// ├────────┤
// │ 19.5   │
// │ 20     │
// └────────┘
// 2 rows
// ```
toString = (tables=<-) => map(tables: tables, fn: (r) => ({r with _value: string(v: r._value)}))

// toTime converts `_value` to time.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: "2024-01-01"}, {_value: "2024-01-01T12:00:00+01:00"}])
//     |> toTime()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┐
// │ _value               │
// │ time                 │
// ├──────────────────────┤
// │ 2024-01-01T00:00:00Z │
// │ 2024-01-01T11:00:00Z │
// └──────────────────────┘
// 2 rows
// ```
toTime = (tables=<-) => map(tables: tables, fn: (r) => ({r with _value: time(v: r._value)}))

// toUInt converts `_value` to uint.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
//
// array.from(rows: [{_value: "7"}, {_value: "18446744073709551615"}])
//     |> toUInt()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┐
// │               _value │
// │                 uint │
// ├──────────────────────┤
// │                    7 │
// │ 18446744073709551615 │
// └──────────────────────┘
// 2 rows
// ```
toUInt = (tables=<-) => map(tables: tables, fn: (r) => ({r with _value: uint(v: r._value)}))
