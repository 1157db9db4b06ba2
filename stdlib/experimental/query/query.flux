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
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "experimental/query"
//
// query.fromRange(bucket: "house", start: -1h)
//     |> filter(fn: (r) => r._field == "temperature")
//     |> last()
// ```
//
// ```text
// _result · table 0 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=bedroom
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2023-12-31T23:55:00Z │   17.2 │
// └──────────────────────┴────────┘
// 1 row
//
// _result · table 1 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=study
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2023-12-31T23:55:00Z │   18.8 │
// └──────────────────────┴────────┘
// 1 row
//
// _result · table 2 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=ground, room=kitchen
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2023-12-31T23:55:00Z │   20.2 │
// └──────────────────────┴────────┘
// 1 row
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
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "experimental/query"
//
// query.inBucket(
//     bucket: "house",
//     measurement: "climate",
//     fields: ["temperature"],
//     start: -15m,
//     predicate: (r) => r.room == "study",
// )
// ```
//
// ```text
// _result · table 0 · _start=2023-12-31T23:45:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=study
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2023-12-31T23:45:00Z │   18.6 │
// │ 2023-12-31T23:50:00Z │   18.5 │
// │ 2023-12-31T23:55:00Z │   18.8 │
// └──────────────────────┴────────┘
// 3 rows
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
