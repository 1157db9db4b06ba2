// Package influxdb reads buckets in a short form.
package influxdb

import "influxdata/influxdb"
import "influxdata/influxdb/v1"

// _mask removes columns and keeps the tables as they are.
//
// ## Parameters
//
// - columns: Names of the columns.
// - tables: Input tables (piped in).
builtin _mask : (<-tables: stream[A], columns: [string]) => stream[B] where A: Record, B: Record

// from reads a bucket within bounds of time.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time that is kept.
// - stop: Earliest time that is no longer kept (default `now()`).
// - org: Name of the organization.
// - host: Address of the server.
// - token: Token of the server.
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "contrib/jsternberg/influxdb"
//
// influxdb.from(bucket: "house", start: -1h)
//     |> filter(fn: (r) => r._measurement == "climate" and r.room == "bedroom")
//     |> limit(n: 2)
// ```
//
// ```text
// _result · table 0 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=humidity, _measurement=climate, floor=first, room=bedroom
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2023-12-31T23:00:00Z │     51 │
// │ 2023-12-31T23:05:00Z │     51 │
// └──────────────────────┴────────┘
// 2 rows
//
// _result · table 1 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=bedroom
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2023-12-31T23:00:00Z │   18.8 │
// │ 2023-12-31T23:05:00Z │   18.8 │
// └──────────────────────┴────────┘
// 2 rows
// ```
from = (
    bucket,
    start,
    stop=now(),
    org="",
    host="",
    token="",
) => {
    // An empty text stands for an argument that is not given, so each case is a call of its own.
    local = () =>
        if org == "" and token == "" then
            influxdb.from(bucket: bucket)
        else if token == "" then
            influxdb.from(bucket: bucket, org: org)
        else if org == "" then
            influxdb.from(bucket: bucket, token: token)
        else
            influxdb.from(bucket: bucket, org: org, token: token)
    remote = () =>
        if org == "" and token == "" then
            influxdb.from(bucket: bucket, host: host)
        else if token == "" then
            influxdb.from(bucket: bucket, host: host, org: org)
        else if org == "" then
            influxdb.from(bucket: bucket, host: host, token: token)
        else
            influxdb.from(bucket: bucket, host: host, org: org, token: token)

    return range(tables: if host == "" then local() else remote(), start: start, stop: stop)
}

// _from is `from`, for functions that have a parameter of that name.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time that is kept.
// - stop: Earliest time that is no longer kept (default `now()`).
// - org: Name of the organization.
// - host: Address of the server.
// - token: Token of the server.
_from = from

// select reads fields of a measurement, with a column for each of them.
//
// ## Parameters
//
// - from: Name of the bucket.
// - m: Name of the measurement.
// - start: Earliest time that is kept.
// - stop: Earliest time that is no longer kept (default `now()`).
// - fields: Names of the fields; an empty list stands for all (default `[]`).
// - where: Condition that a row must fulfil (default: any row does).
// - org: Name of the organization.
// - host: Address of the server.
// - token: Token of the server.
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "contrib/jsternberg/influxdb"
//
// influxdb.select(
//     from: "house",
//     m: "climate",
//     start: -1h,
//     fields: ["temperature", "humidity"],
//     where: (r) => r.room == "kitchen",
// )
//     |> map(fn: (r) => ({r with damp: r.humidity > 70}))
// ```
//
// ```text
// _result · table 0 · floor=ground, room=kitchen
// ┌──────────────────────┬──────────┬─────────────┬───────┐
// │ _time                │ humidity │ temperature │ damp  │
// │ time                 │      int │       float │ bool  │
// ├──────────────────────┼──────────┼─────────────┼───────┤
// │ 2023-12-31T23:00:00Z │       45 │        22.7 │ false │
// │ 2023-12-31T23:05:00Z │       45 │        22.3 │ false │
// │ 2023-12-31T23:10:00Z │       44 │        22.3 │ false │
// │ 2023-12-31T23:15:00Z │       44 │        21.8 │ false │
// │ 2023-12-31T23:20:00Z │       44 │        21.8 │ false │
// │ 2023-12-31T23:25:00Z │       44 │        21.8 │ false │
// │ 2023-12-31T23:30:00Z │       44 │        21.3 │ false │
// │ 2023-12-31T23:35:00Z │       45 │        21.3 │ false │
// │ 2023-12-31T23:40:00Z │       45 │        20.7 │ false │
// │ 2023-12-31T23:45:00Z │       46 │        20.7 │ false │
// │ 2023-12-31T23:50:00Z │       47 │        20.7 │ false │
// │ 2023-12-31T23:55:00Z │       48 │        20.2 │ false │
// └──────────────────────┴──────────┴─────────────┴───────┘
// 12 rows
// ```
select = (
    from,
    m,
    start,
    stop=now(),
    fields=[],
    where=(r) => true,
    org="",
    host="",
    token="",
) => {
    rows = _from(
        bucket: from,
        start: start,
        stop: stop,
        org: org,
        host: host,
        token: token,
    )
    wanted =
        if length(arr: fields) > 0 then
            (r) => contains(set: fields, value: r._field)
        else
            (r) => true

    return
        filter(tables: rows, fn: (r) => r._measurement == m)
            |> filter(fn: where)
            |> filter(fn: wanted)
            |> v1.fieldsAsCols()
            |> _mask(columns: ["_measurement", "_start", "_stop"])
}
