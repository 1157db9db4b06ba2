// Package influxdb reads buckets and writes to them. It is part of the prelude.
package influxdb

// cardinality counts the series of a bucket.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: Identifier of the bucket, instead of its name.
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - host: Address of the server.
// - token: Token of the server.
// - start: Earliest time to look at.
// - stop: Earliest time not to look at (default `now()`).
// - predicate: Condition that a series must fulfil.
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb"
//
// influxdb.cardinality(bucket: "house", start: -7d, predicate: (r) => r._measurement == "climate")
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
builtin cardinality : (
    start: A,
    ?bucket: string,
    ?bucketID: string,
    ?host: string,
    ?org: string,
    ?orgID: string,
    ?predicate: (r: {B with _value: C, _measurement: string, _field: string}) => bool,
    ?stop: D,
    ?token: string,
) => stream[{_value: int, _stop: time, _start: time}] where A: Timeable, D: Timeable

// from reads a bucket.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: Identifier of the bucket, instead of its name.
// - host: Address of the server.
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - token: Token of the server.
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb"
//
// influxdb.from(bucket: "house")
//     |> range(start: -1h)
//     |> filter(fn: (r) => r._measurement == "climate" and r._field == "temperature")
//     |> mean()
// ```
//
// ```text
// _result · table 0 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=bedroom
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 17.733333333333334 │
// └────────────────────┘
// 1 row
//
// _result · table 1 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=study
// ┌───────────────────┐
// │            _value │
// │             float │
// ├───────────────────┤
// │ 18.60833333333333 │
// └───────────────────┘
// 1 row
//
// _result · table 2 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=ground, room=kitchen
// ┌────────────────────┐
// │             _value │
// │              float │
// ├────────────────────┤
// │ 21.466666666666665 │
// └────────────────────┘
// 1 row
// ```
builtin from : (
    ?bucket: string,
    ?bucketID: string,
    ?host: string,
    ?org: string,
    ?orgID: string,
    ?token: string,
) => stream[{A with _value: B, _time: time, _measurement: string, _field: string}]

// to writes a stream of points to a bucket.
//
// Each row is a point: measurement, tags, a time, and the fields that `fieldFn` gives.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: Identifier of the bucket, instead of its name.
// - host: Address of the server.
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - token: Token of the server.
// - timeColumn: Column with the time of a point (default `_time`).
// - measurementColumn: Column with the measurement (default `_measurement`).
// - tagColumns: Columns that are tags (default: columns of type string that are in the group key).
// - fieldFn: Function that is called with each row as `r` and returns a record of its fields
//   (default: the column `_value` under the name in `_field`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Keeping hourly means in another bucket
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z --create-buckets
// import "influxdata/influxdb"
//
// influxdb.from(bucket: "house")
//     |> range(start: -1h)
//     |> filter(fn: (r) => r._field == "temperature" and r.room == "study")
//     |> aggregateWindow(every: 15m, fn: mean)
//     |> influxdb.to(bucket: "quarters")
// ```
//
// ```text
// to1 · table 0 · _start=2023-12-31T23:00:00Z, _stop=2024-01-01T00:00:00Z, _field=temperature, _measurement=climate, floor=first, room=study
// ┌──────────────────────┬────────────────────┐
// │ _time                │             _value │
// │ time                 │              float │
// ├──────────────────────┼────────────────────┤
// │ 2023-12-31T23:15:00Z │               18.9 │
// │ 2023-12-31T23:30:00Z │ 18.433333333333334 │
// │ 2023-12-31T23:45:00Z │ 18.466666666666665 │
// │ 2024-01-01T00:00:00Z │ 18.633333333333336 │
// └──────────────────────┴────────────────────┘
// 4 rows
// ```
//
// ### Several fields and chosen tags
//
// ```flux --create-buckets
// import "array"
// import "influxdata/influxdb"
//
// array.from(
//     rows: [{_time: 2024-01-01T00:00:00Z, _measurement: "climate", room: "attic", celsius: 19.5}],
// )
//     |> influxdb.to(
//         bucket: "house",
//         tagColumns: ["room"],
//         fieldFn: (r) => ({celsius: r.celsius, kelvin: r.celsius + 273.15}),
//     )
// ```
//
// ```text
// to1 · table 0
// ┌──────────────────────┬──────────────┬────────┬─────────┐
// │ _time                │ _measurement │ room   │ celsius │
// │ time                 │ string       │ string │   float │
// ├──────────────────────┼──────────────┼────────┼─────────┤
// │ 2024-01-01T00:00:00Z │ climate      │ attic  │    19.5 │
// └──────────────────────┴──────────────┴────────┴─────────┘
// 1 row
// ```
builtin to : (
    <-tables: stream[A],
    ?bucket: string,
    ?bucketID: string,
    ?fieldFn: (r: A) => B,
    ?host: string,
    ?measurementColumn: string,
    ?org: string,
    ?orgID: string,
    ?tagColumns: [string],
    ?timeColumn: string,
    ?token: string,
) => stream[A] where A: Record, B: Record

// buckets lists the buckets.
//
// ## Parameters
//
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - host: Address of the server.
// - token: Token of the server.
//
// ## Examples
//
// ```flux --mount house=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb"
//
// influxdb.buckets()
//     |> filter(fn: (r) => r.name =~ /^house/)
//     |> keep(columns: ["name", "retentionPeriod"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────────────┐
// │ name   │ retentionPeriod │
// │ string │             int │
// ├────────┼─────────────────┤
// │ house  │               0 │
// └────────┴─────────────────┘
// 1 row
// ```
builtin buckets : (
    ?host: string,
    ?org: string,
    ?orgID: string,
    ?token: string,
) => stream[{
    retentionPolicy: string,
    retentionPeriod: int,
    organizationID: string,
    name: string,
    id: string,
}]

// wideTo writes a stream to a bucket whose rows have a column for each field, as `pivot` makes it.
//
// Columns of the group key are tags, all other columns but `_time` are fields.
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
// import "influxdata/influxdb"
//
// array.from(
//     rows: [
//         {
//             _time: 2024-01-01T00:00:00Z,
//             _measurement: "climate",
//             room: "attic",
//             temperature: 19.5,
//             humidity: 61,
//         },
//     ],
// )
//     |> group(columns: ["_measurement", "room"])
//     |> influxdb.wideTo(bucket: "house")
// ```
//
// ```text
// wideTo1 · table 0 · _measurement=climate, room=attic
// ┌──────────────────────┬─────────────┬──────────┐
// │ _time                │ temperature │ humidity │
// │ time                 │       float │      int │
// ├──────────────────────┼─────────────┼──────────┤
// │ 2024-01-01T00:00:00Z │        19.5 │       61 │
// └──────────────────────┴─────────────┴──────────┘
// 1 row
// ```
builtin wideTo : (
    <-tables: stream[A],
    ?bucket: string,
    ?bucketID: string,
    ?host: string,
    ?org: string,
    ?orgID: string,
    ?token: string,
) => stream[A] where A: Record
