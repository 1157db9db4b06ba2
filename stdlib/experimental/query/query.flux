// Package query has short forms of what most queries begin with.
package query

// fromRange reads a bucket within bounds of time.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time that is kept.
// - stop: Earliest time that is no longer kept (default `now()`).
//
// ## Examples
//
// ```flux check
// import "experimental/query"
//
// query.fromRange(bucket: "house", start: -1h)
//     |> last()
// ```
fromRange = (bucket, start, stop=now()) => range(
    tables: from(bucket: bucket),
    start: start,
    stop: stop,
)

// filterMeasurement keeps the rows of a measurement.
//
// ## Parameters
//
// - measurement: Name of the measurement.
// - table: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/query"
//
// array.from(rows: [{_measurement: "climate", _value: 19.5}, {_measurement: "door", _value: 1.0}])
//     |> query.filterMeasurement(measurement: "climate")
// ```
//
// ```text
// _result · table 0
// ┌──────────────┬────────┐
// │ _measurement │ _value │
// │ string       │  float │
// ├──────────────┼────────┤
// │ climate      │   19.5 │
// └──────────────┴────────┘
// 1 row
// ```
filterMeasurement = (measurement, table=<-) => filter(
    tables: table,
    fn: (r) => r._measurement == measurement,
)

// filterFields keeps the rows of some fields.
//
// ## Parameters
//
// - fields: Names of the fields; an empty list keeps all (default `[]`).
// - table: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/query"
//
// array.from(
//     rows: [
//         {_field: "temperature", _value: 19.5},
//         {_field: "humidity", _value: 61.0},
//         {_field: "co2", _value: 400.0},
//     ],
// )
//     |> query.filterFields(fields: ["temperature", "humidity"])
// ```
//
// ```text
// _result · table 0
// ┌─────────────┬────────┐
// │ _field      │ _value │
// │ string      │  float │
// ├─────────────┼────────┤
// │ temperature │   19.5 │
// │ humidity    │     61 │
// └─────────────┴────────┘
// 2 rows
// ```
filterFields = (fields=[], table=<-) =>
    if length(arr: fields) > 0 then
        filter(tables: table, fn: (r) => contains(set: fields, value: r._field))
    else
        table

// inBucket reads some fields of a measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Name of the measurement.
// - start: Earliest time that is kept.
// - stop: Earliest time that is no longer kept (default `now()`).
// - fields: Names of the fields; an empty list keeps all (default `[]`).
// - predicate: Condition that a row must fulfil besides (default: any row does).
//
// ## Examples
//
// ```flux check
// import "experimental/query"
//
// query.inBucket(
//     bucket: "house",
//     measurement: "climate",
//     fields: ["temperature"],
//     start: -1h,
//     predicate: (r) => r.room == "attic",
// )
// ```
inBucket = (
    bucket,
    measurement,
    start,
    stop=now(),
    fields=[],
    predicate=(r) => true,
) => {
    rows = fromRange(bucket: bucket, stop: stop, start: start)
    chosen = filter(tables: filterMeasurement(table: rows, measurement: measurement), fn: predicate)

    return filterFields(table: chosen, fields: fields)
}
