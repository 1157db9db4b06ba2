// Package experimental holds functions whose form may still change, and many that other packages
// have taken over since.
package experimental

import "date"
import "influxdata/influxdb"

// addDuration gives the time that lies a duration after another; `date.add` does the same.
//
// ## Parameters
//
// - d: Duration to add.
// - to: Time to start from.
// - location: Time zone whose clock counts (default: option `location`).
//
// ## Examples
//
// ```flux
// import "experimental"
//
// experimental.addDuration(to: 2024-01-31T00:00:00Z, d: 1mo)
// ```
//
// ```text
// 2024-02-29T00:00:00.000000000Z
// ```
addDuration = (d, to, location=location) => date.add(location: location, to: to, d: d)

// subDuration gives the time that lies a duration before another; `date.sub` does the same.
//
// ## Parameters
//
// - d: Duration to subtract.
// - from: Time to start from.
// - location: Time zone whose clock counts (default: option `location`).
//
// ## Examples
//
// ```flux
// import "experimental"
//
// experimental.subDuration(from: 2024-03-31T00:00:00Z, d: 1mo)
// ```
//
// ```text
// 2024-02-29T00:00:00.000000000Z
// ```
subDuration = (d, from, location=location) => date.sub(location: location, from: from, d: d)

// group adds columns to the group key.
//
// ## Parameters
//
// - columns: Columns to add.
// - mode: Must be `"extend"`.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> set(key: "floor", value: "ground")
//     |> experimental.group(mode: "extend", columns: ["floor"])
// ```
//
// ```text
// _result · table 0 · room=attic, floor=ground
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │   19.5 │
// │   20.5 │
// └────────┘
// 2 rows
//
// _result · table 1 · room=hall, floor=ground
// ┌────────┐
// │ _value │
// │  float │
// ├────────┤
// │     21 │
// │     22 │
// └────────┘
// 2 rows
// ```
builtin group : (<-tables: stream[A], columns: [string], mode: string) => stream[A] where A: Record

// objectKeys lists the names of the properties of a record, in the order of the source.
//
// ## Parameters
//
// - o: Record to look at.
//
// ## Examples
//
// ```flux
// import "experimental"
//
// experimental.objectKeys(o: {room: "attic", degrees: 19.5})
// ```
//
// ```text
// [room, degrees]
// ```
builtin objectKeys : (o: A) => [string] where A: Record

// set gives columns the same values in all rows.
//
// ## Parameters
//
// - o: Record from the name of a column to its value.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> experimental.set(o: {floor: "ground", unit: "Celsius"})
// ```
//
// ```text
// _result · table 0
// ┌─────────┬─────────┬────────┬─────────┐
// │ room    │ degrees │ floor  │ unit    │
// │ string  │   float │ string │ string  │
// ├─────────┼─────────┼────────┼─────────┤
// │ attic   │    19.5 │ ground │ Celsius │
// │ hall    │      21 │ ground │ Celsius │
// │ kitchen │    22.5 │ ground │ Celsius │
// │ cellar  │      12 │ ground │ Celsius │
// └─────────┴─────────┴────────┴─────────┘
// 4 rows
// ```
builtin set : (<-tables: stream[B], o: A) => stream[C] where A: Record, B: Record, C: Record

// to writes a stream to a bucket; `influxdb.wideTo` does the same.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: Identifier of the bucket, instead of its name.
// - host: Address of the server.
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - token: Token of the server.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux --create-buckets
// import "array"
// import "experimental"
//
// array.from(
//     rows: [{_time: 2024-01-01T12:00:00Z, _measurement: "climate", room: "attic", temperature: 19.5}],
// )
//     |> group(columns: ["_measurement", "room"])
//     |> experimental.to(bucket: "house")
// ```
//
// ```text
// wideTo1 · table 0 · _measurement=climate, room=attic
// ┌──────────────────────┬─────────────┐
// │ _time                │ temperature │
// │ time                 │       float │
// ├──────────────────────┼─────────────┤
// │ 2024-01-01T12:00:00Z │        19.5 │
// └──────────────────────┴─────────────┘
// 1 row
// ```
to = influxdb.wideTo

// join pairs rows of two streams that have the same group key and `_time`.
//
// Both streams must be in order of time.
//
// ## Parameters
//
// - left: Left stream.
// - right: Right stream.
// - fn: Function that makes a row of the rows `left` and `right`.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// noon = 2024-01-01T12:00:00Z
// one = 2024-01-01T13:00:00Z
// heat = array.from(rows: [{_time: noon, degrees: 19.5}, {_time: one, degrees: 20.0}])
// air = array.from(rows: [{_time: one, co2: 640.0}])
//
// experimental.join(left: heat, right: air, fn: (left, right) => ({left with co2: right.co2}))
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬───────┬─────────┐
// │ _time                │   co2 │ degrees │
// │ time                 │ float │   float │
// ├──────────────────────┼───────┼─────────┤
// │ 2024-01-01T13:00:00Z │   640 │      20 │
// └──────────────────────┴───────┴─────────┘
// 1 row
// ```
builtin join : (fn: (left: A, right: B) => C, left: stream[A], right: stream[B]) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// chain runs a stream to its end before another one starts, and gives the second.
//
// ## Parameters
//
// - first: Stream to run first.
// - second: Stream to give.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// rooms = array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
// warmest = rooms |> max(column: "degrees")
// coldest = rooms |> min(column: "degrees")
//
// // The first stream is read before the second.
// experimental.chain(first: warmest, second: coldest)
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
builtin chain : (first: stream[A], second: stream[B]) => stream[B] where A: Record, B: Record

// alignTime moves each table so that its first row has a given time.
//
// ## Parameters
//
// - alignTo: Time of the first rows (default 1970-01-01T00:00:00Z).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:00Z, _value: 2.0},
//         {_time: 2024-01-01T12:01:00Z, _value: 5.0},
//         {_time: 2024-01-01T12:02:00Z, _value: 4.0},
//         {_time: 2024-01-01T12:03:00Z, _value: 8.0},
//     ],
// )
//     |> experimental.alignTime(alignTo: 2030-01-01T00:00:00Z)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2030-01-01T00:00:00Z │      2 │
// │ 2030-01-01T00:01:00Z │      5 │
// │ 2030-01-01T00:02:00Z │      4 │
// │ 2030-01-01T00:03:00Z │      8 │
// └──────────────────────┴────────┘
// 4 rows
// ```
alignTime = (alignTo=time(v: 0), tables=<-) => {
    sinceFirst = stateDuration(
        tables: tables,
        fn: (r) => true,
        column: "timeDiff",
        unit: 1ns,
    )
    moved = map(
        tables: sinceFirst,
        fn: (r) => ({r with _time: time(v: r.timeDiff + int(v: alignTo))}),
    )

    return drop(tables: moved, columns: ["timeDiff"])
}

// _window is the native part of `window`.
//
// ## Parameters
//
// - every: Distance between the starts of two windows.
// - period: Length of a window.
// - offset: Shift of all windows.
// - location: Time zone whose days and hours count.
// - createEmpty: Make a table for a window without rows.
// - tables: Input tables (piped in).
builtin _window : (
    <-tables: stream[{A with _time: time, _stop: time, _start: time}],
    createEmpty: bool,
    every: duration,
    location: {zone: string, offset: duration},
    offset: duration,
    period: duration,
) => stream[{A with _time: time, _stop: time, _start: time}]

// window distributes the rows over windows of time, for streams that have the usual columns.
//
// ## Parameters
//
// - every: Distance between the starts of two windows (default: `period`).
// - period: Length of a window (default: `every`).
// - offset: Shift of all windows (default `0s`).
// - location: Time zone whose days and hours count (default: option `location`).
// - createEmpty: Make a table for a window without rows (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.window(every: 2m)
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
    tables=<-,
) => _window(
    tables: tables,
    createEmpty: createEmpty,
    every: every,
    period: period,
    offset: offset,
    location: location,
)

// integral computes the area under the curve of `_value` over time.
//
// ## Parameters
//
// - unit: Unit of time for the area (default `1s`).
// - interpolate: `"linear"` continues the curve to the bounds of the range; `""` does not
//   (default `""`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.integral(unit: 1m)
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
    <-tables: stream[{A with _value: B, _time: time}],
    ?interpolate: string,
    ?unit: duration,
) => stream[{A with _value: B}]

// count gives the number of rows of each table, nulls included.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.count()
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
builtin count : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: int}]

// histogramQuantile estimates a quantile of `_value` from a cumulative histogram.
//
// ## Parameters
//
// - quantile: Quantile to compute, from 0.0 to 1.0; it must be given.
// - minValue: Lower end of the first bin (default `0.0`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [{le: 0.1, _value: 40.0}, {le: 0.5, _value: 80.0}, {le: 1.0, _value: 100.0}])
//     |> experimental.histogramQuantile(quantile: 0.5)
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
    <-tables: stream[{A with le: float, _value: float}],
    ?minValue: float,
    ?quantile: float,
) => stream[{A with _value: float}]

// mean computes the average of `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.mean()
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
builtin mean : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// mode gives the value of `_value` that occurs most often, or several in ascending order.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [{_value: 3}, {_value: 5}, {_value: 3}])
//     |> experimental.mode()
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
builtin mode : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// quantile gives the value below which a share of `_value` lies.
//
// ## Parameters
//
// - q: Share, from 0.0 to 1.0.
// - compression: Number of centroids of the estimate (default `1000.0`).
// - method: `"estimate_tdigest"`, `"exact_mean"` or `"exact_selector"`
//   (default `"estimate_tdigest"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> experimental.quantile(q: 0.75, method: "exact_mean")
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
    <-tables: stream[{A with _value: float}],
    q: float,
    ?compression: float,
    ?method: string,
) => stream[{A with _value: float}]

// skew computes the skewness of `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> experimental.skew()
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
builtin skew : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// spread gives the difference between the greatest and the least `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.spread()
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
builtin spread : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]
    where
    B: Numeric

// stddev computes the standard deviation of `_value`.
//
// ## Parameters
//
// - mode: `"sample"` divides by n - 1, `"population"` by n (default `"sample"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> experimental.stddev()
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
builtin stddev : (
    <-tables: stream[{A with _value: float}],
    ?mode: string,
) => stream[{A with _value: float}]

// sum adds up `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.sum()
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
builtin sum : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}] where B: Numeric

// kaufmansAMA computes Kaufman's adaptive moving average of `_value`.
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
// import "experimental"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> experimental.kaufmansAMA(n: 3)
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
builtin kaufmansAMA : (
    <-tables: stream[{A with _value: B}],
    n: int,
) => stream[{A with _value: float}] where B: Numeric

// distinct gives the different values of `_value`, in order of first appearance.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [{_value: 3}, {_value: 5}, {_value: 3}])
//     |> experimental.distinct()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      3 │
// │      5 │
// └────────┘
// 2 rows
// ```
builtin distinct : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// fill replaces nulls of `_value`.
//
// ## Parameters
//
// - value: Value that takes the place of a null.
// - usePrevious: Take the last value before the null (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
// import "internal/debug"
//
// array.from(rows: [{_value: 1.0}, {_value: debug.null(type: "float")}])
//     |> experimental.fill(value: 0.0)
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
// └────────┘
// 2 rows
// ```
builtin fill : (
    <-tables: stream[{B with _value: A}],
    ?usePrevious: bool,
    ?value: A,
) => stream[{B with _value: A}]

// first selects the first row whose `_value` is not null.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.first()
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
builtin first : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// last selects the last row whose `_value` is not null.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.last()
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
builtin last : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// max selects the row with the greatest `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.max()
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
builtin max : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// min selects the row with the least `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
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
//     |> experimental.min()
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
builtin min : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// unique keeps the first row for each different `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(
//     rows: [{room: "attic", _value: 3}, {room: "hall", _value: 5}, {room: "cellar", _value: 3}],
// )
//     |> experimental.unique()
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │    int │
// ├────────┼────────┤
// │ attic  │      3 │
// │ hall   │      5 │
// └────────┴────────┘
// 2 rows
// ```
builtin unique : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// histogram counts how many of `_value` lie at or below each of a list of bounds.
//
// ## Parameters
//
// - bins: Upper bounds, e.g. made by `linearBins` or `logarithmicBins`.
// - normalize: Divide the counts by the number of values (default `false`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [
//     {_value: 1.0},
//     {_value: 2.0},
//     {_value: 4.0},
//     {_value: 3.0},
//     {_value: 5.0},
//     {_value: 8.0},
// ])
//     |> experimental.histogram(bins: [2.0, 4.0, 8.0])
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
builtin histogram : (
    <-tables: stream[{A with _value: float}],
    bins: [float],
    ?normalize: bool,
) => stream[{A with le: float, _value: float}]

// preview keeps some rows of some tables, to have a look at them.
//
// ## Parameters
//
// - nrows: Greatest number of rows of a table (default `5`).
// - ntables: Greatest number of tables (default `5`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(
//     rows: [
//         {room: "attic", degrees: 19.5},
//         {room: "hall", degrees: 21.0},
//         {room: "kitchen", degrees: 22.5},
//         {room: "cellar", degrees: 12.0},
//     ],
// )
//     |> experimental.preview(nrows: 2)
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
builtin preview : (<-tables: stream[A], ?nrows: int, ?ntables: int) => stream[A] where A: Record

// unpivot turns columns into rows, as the opposite of `pivot`.
//
// Each cell becomes a row with the name of its column in `_field` and its value in `_value`.
//
// ## Parameters
//
// - otherColumns: Columns that stay as they are, beside the group key (default `["_time"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// array.from(rows: [{_time: 2024-01-01T12:00:00Z, room: "attic", temperature: 19.5, humidity: 61.0}])
//     |> group(columns: ["room"])
//     |> experimental.unpivot()
// ```
//
// ```text
// _result · table 0 · room=attic, _field=humidity
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │     61 │
// └──────────────────────┴────────┘
// 1 row
//
// _result · table 1 · room=attic, _field=temperature
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   19.5 │
// └──────────────────────┴────────┘
// 1 row
// ```
builtin unpivot : (
    <-tables: stream[{A with _time: time}],
    ?otherColumns: [string],
) => stream[{B with _value: C, _field: string}] where A: Record, B: Record

// catch calls a function and gives its result or, if it fails, its error.
//
// ## Parameters
//
// - fn: Function without parameters.
//
// ## Examples
//
// ```flux
// import "experimental"
//
// outcome = experimental.catch(fn: () => 1 / 0)
//
// "${outcome.code}: ${outcome.msg}"
// ```
//
// ```text
// 9: cannot divide by zero
// ```
builtin catch : (fn: () => A) => {value: A, msg: string, code: uint}

// diff compares two streams and gives the tables in which they differ.
//
// The column `_diff` has `-` for a row that only `want` has, and `+` for one that only `got` has.
//
// ## Parameters
//
// - got: Stream to test (piped in).
// - want: Stream that is expected.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental"
//
// got = array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 21.0}])
// want = array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 22.0}])
//
// experimental.diff(got: got, want: want)
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┬────────┐
// │ _diff  │ room   │ _value │
// │ string │ string │  float │
// ├────────┼────────┼────────┤
// │        │ attic  │   19.5 │
// │ -      │ hall   │     22 │
// │ +      │ hall   │     21 │
// └────────┴────────┴────────┘
// 3 rows
// ```
builtin diff : (<-got: stream[A], want: stream[A]) => stream[{A with _diff: string}]
