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
addDuration = (d, to, location=location) => date.add(location: location, to: to, d: d)

// subDuration gives the time that lies a duration before another; `date.sub` does the same.
//
// ## Parameters
//
// - d: Duration to subtract.
// - from: Time to start from.
// - location: Time zone whose clock counts (default: option `location`).
subDuration = (d, from, location=location) => date.sub(location: location, from: from, d: d)

// group adds columns to the group key.
//
// ## Parameters
//
// - columns: Columns to add.
// - mode: Must be `"extend"`.
// - tables: Input tables (piped in).
builtin group : (<-tables: stream[A], columns: [string], mode: string) => stream[A] where A: Record

// objectKeys lists the names of the properties of a record, in the order of the source.
//
// ## Parameters
//
// - o: Record to look at.
builtin objectKeys : (o: A) => [string] where A: Record

// set gives columns the same values in all rows.
//
// ## Parameters
//
// - o: Record from the name of a column to its value.
// - tables: Input tables (piped in).
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
builtin chain : (first: stream[A], second: stream[B]) => stream[B] where A: Record, B: Record

// alignTime moves each table so that its first row has a given time.
//
// ## Parameters
//
// - alignTo: Time of the first rows (default 1970-01-01T00:00:00Z).
// - tables: Input tables (piped in).
alignTime = (alignTo=time(v: 0), tables=<-) => {
    sinceFirst =
        stateDuration(
            tables: tables,
            fn: (r) => true,
            column: "timeDiff",
            unit: 1ns,
        )
    moved =
        map(
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
window = (
    every=0s,
    period=0s,
    offset=0s,
    location=location,
    createEmpty=false,
    tables=<-,
) =>
    _window(
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
builtin count : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: int}]

// histogramQuantile estimates a quantile of `_value` from a cumulative histogram.
//
// ## Parameters
//
// - quantile: Quantile to compute, from 0.0 to 1.0; it must be given.
// - minValue: Lower end of the first bin (default `0.0`).
// - tables: Input tables (piped in).
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
builtin mean : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// mode gives the value of `_value` that occurs most often, or several in ascending order.
//
// ## Parameters
//
// - tables: Input tables (piped in).
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
builtin skew : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// spread gives the difference between the greatest and the least `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin spread : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]
    where
    B: Numeric

// stddev computes the standard deviation of `_value`.
//
// ## Parameters
//
// - mode: `"sample"` divides by n - 1, `"population"` by n (default `"sample"`).
// - tables: Input tables (piped in).
builtin stddev : (
        <-tables: stream[{A with _value: float}],
        ?mode: string,
    ) => stream[{A with _value: float}]

// sum adds up `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin sum : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}] where B: Numeric

// kaufmansAMA computes Kaufman's adaptive moving average of `_value`.
//
// ## Parameters
//
// - n: Number of values to look back on.
// - tables: Input tables (piped in).
builtin kaufmansAMA : (
        <-tables: stream[{A with _value: B}],
        n: int,
    ) => stream[{A with _value: float}]
    where
    B: Numeric

// distinct gives the different values of `_value`, in order of first appearance.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin distinct : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// fill replaces nulls of `_value`.
//
// ## Parameters
//
// - value: Value that takes the place of a null.
// - usePrevious: Take the last value before the null (default `false`).
// - tables: Input tables (piped in).
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
builtin first : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// last selects the last row whose `_value` is not null.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin last : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// max selects the row with the greatest `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin max : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// min selects the row with the least `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin min : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// unique keeps the first row for each different `_value`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin unique : (<-tables: stream[{A with _value: B}]) => stream[{A with _value: B}]

// histogram counts how many of `_value` lie at or below each of a list of bounds.
//
// ## Parameters
//
// - bins: Upper bounds, e.g. made by `linearBins` or `logarithmicBins`.
// - normalize: Divide the counts by the number of values (default `false`).
// - tables: Input tables (piped in).
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
builtin preview : (<-tables: stream[A], ?nrows: int, ?ntables: int) => stream[A] where A: Record

// unpivot turns columns into rows, as the opposite of `pivot`.
//
// Each cell becomes a row with the name of its column in `_field` and its value in `_value`.
//
// ## Parameters
//
// - otherColumns: Columns that stay as they are, beside the group key (default `["_time"]`).
// - tables: Input tables (piped in).
builtin unpivot : (
        <-tables: stream[{A with _time: time}],
        ?otherColumns: [string],
    ) => stream[{B with _value: C, _field: string}]
    where
    A: Record,
    B: Record

// catch calls a function and gives its result or, if it fails, its error.
//
// ## Parameters
//
// - fn: Function without parameters.
builtin catch : (fn: () => A) => {value: A, msg: string, code: uint}

// diff compares two streams and gives the tables in which they differ.
//
// The column `_diff` has `-` for a row that only `want` has, and `+` for one that only `got` has.
//
// ## Parameters
//
// - got: Stream to test (piped in).
// - want: Stream that is expected.
builtin diff : (<-got: stream[A], want: stream[A]) => stream[{A with _diff: string}]
