// Package schema tells what a bucket holds.
//
// Names come as the column `_value` of one table.
package schema

// _from is the function that reads a bucket; a script may put another one in its place.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: Identifier of the bucket, instead of its name.
// - host: Address of the server.
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - token: Token of the server.
option _from = from

// _startDefault is the time at which the functions of this package begin to look.
_startDefault = -30d

// _stopDefault is the time at which they end to look.
_stopDefault = now()

// fieldsAsCols puts the fields of a point into columns of one row.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/schema"
//
// noon = 2024-01-01T12:00:00Z
//
// array.from(
//     rows: [
//         {_time: noon, room: "attic", _field: "temperature", _value: 19.5},
//         {_time: noon, room: "attic", _field: "humidity", _value: 61.0},
//         {_time: noon, room: "hall", _field: "temperature", _value: 21.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> schema.fieldsAsCols()
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌──────────────────────┬─────────────┬──────────┐
// │ _time                │ temperature │ humidity │
// │ time                 │       float │    float │
// ├──────────────────────┼─────────────┼──────────┤
// │ 2024-01-01T12:00:00Z │        19.5 │       61 │
// └──────────────────────┴─────────────┴──────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌──────────────────────┬─────────────┐
// │ _time                │ temperature │
// │ time                 │       float │
// ├──────────────────────┼─────────────┤
// │ 2024-01-01T12:00:00Z │          21 │
// └──────────────────────┴─────────────┘
// 1 row
// ```
fieldsAsCols = (tables=<-) => pivot(
    tables: tables,
    valueColumn: "_value",
    columnKey: ["_field"],
    rowKey: ["_time"],
)

// _rows gives the rows of a bucket that fulfil a condition.
_rows = (bucket, predicate, start, stop) =>
    _from(bucket: bucket) |> range(stop: stop, start: start) |> filter(fn: predicate)

// tagValues lists the values of a tag.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - tag: Name of the tag.
// - predicate: Condition that a row must fulfil (default: any row does).
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.tagValues(bucket: "house", tag: "room", predicate: (r) => r.floor == "ground", start: -1d)
// ```
//
// ```text
// _result · table 0
// ┌─────────┐
// │ _value  │
// │ string  │
// ├─────────┤
// │ kitchen │
// └─────────┘
// 1 row
// ```
tagValues = (
    bucket,
    tag,
    predicate=(r) => true,
    start=_startDefault,
    stop=_stopDefault,
) => {
    rows = _rows(bucket: bucket, predicate: predicate, start: start, stop: stop)

    return keep(tables: rows, columns: [tag]) |> group() |> distinct(column: tag)
}

// tagKeys lists the names of the columns in the group keys.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - predicate: Condition that a row must fulfil (default: any row does).
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.tagKeys(bucket: "house", start: -1d)
// ```
//
// ```text
// _result · table 0
// ┌──────────────┐
// │ _value       │
// │ string       │
// ├──────────────┤
// │ _start       │
// │ _stop        │
// │ _field       │
// │ _measurement │
// │ floor        │
// │ kind         │
// │ room         │
// └──────────────┘
// 7 rows
// ```
tagKeys = (bucket, predicate=(r) => true, start=_startDefault, stop=_stopDefault) => {
    rows = _rows(bucket: bucket, predicate: predicate, start: start, stop: stop)

    return keys(tables: rows) |> keep(columns: ["_value"]) |> distinct()
}

// measurementTagValues lists the values of a tag of a measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Name of the measurement.
// - tag: Name of the tag.
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.measurementTagValues(bucket: "house", measurement: "climate", tag: "room")
// ```
//
// ```text
// _result · table 0
// ┌─────────┐
// │ _value  │
// │ string  │
// ├─────────┤
// │ bedroom │
// │ kitchen │
// │ study   │
// └─────────┘
// 3 rows
// ```
measurementTagValues = (
    bucket,
    measurement,
    tag,
    start=_startDefault,
    stop=_stopDefault,
) => tagValues(
    bucket: bucket,
    start: start,
    stop: stop,
    predicate: (r) => r._measurement == measurement,
    tag: tag,
)

// measurementTagKeys lists the names of the columns in the group keys of a measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Name of the measurement.
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.measurementTagKeys(bucket: "house", measurement: "climate")
// ```
//
// ```text
// _result · table 0
// ┌──────────────┐
// │ _value       │
// │ string       │
// ├──────────────┤
// │ _start       │
// │ _stop        │
// │ _field       │
// │ _measurement │
// │ floor        │
// │ room         │
// └──────────────┘
// 6 rows
// ```
measurementTagKeys = (bucket, measurement, start=_startDefault, stop=_stopDefault) => tagKeys(
    bucket: bucket,
    start: start,
    stop: stop,
    predicate: (r) => r._measurement == measurement,
)

// fieldKeys lists the names of the fields.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - predicate: Condition that a row must fulfil (default: any row does).
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.fieldKeys(bucket: "house", predicate: (r) => r.room == "kitchen")
// ```
//
// ```text
// _result · table 0
// ┌─────────────┐
// │ _value      │
// │ string      │
// ├─────────────┤
// │ event       │
// │ humidity    │
// │ person      │
// │ temperature │
// └─────────────┘
// 4 rows
// ```
fieldKeys = (bucket, predicate=(r) => true, start=_startDefault, stop=_stopDefault) => tagValues(
    bucket: bucket,
    start: start,
    stop: stop,
    predicate: predicate,
    tag: "_field",
)

// measurementFieldKeys lists the names of the fields of a measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Name of the measurement.
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.measurementFieldKeys(bucket: "house", measurement: "climate")
// ```
//
// ```text
// _result · table 0
// ┌─────────────┐
// │ _value      │
// │ string      │
// ├─────────────┤
// │ humidity    │
// │ temperature │
// └─────────────┘
// 2 rows
// ```
measurementFieldKeys = (
    bucket,
    measurement,
    start=_startDefault,
    stop=_stopDefault,
) => measurementTagValues(
    bucket: bucket,
    start: start,
    stop: stop,
    measurement: measurement,
    tag: "_field",
)

// measurements lists the measurements.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/schema"
//
// schema.measurements(bucket: "house", start: -7d, stop: -1d)
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │ string │
// ├────────┤
// └────────┘
// 0 rows
// ```
measurements = (bucket, start=_startDefault, stop=_stopDefault) => tagValues(
    bucket: bucket,
    start: start,
    stop: stop,
    tag: "_measurement",
)
