// Package v1 holds what is left of InfluxDB 1; package schema has taken over the rest.
package v1

import "influxdata/influxdb/schema"

// json reads the result of a query of InfluxDB 1 in JSON form.
//
// Give exactly one of `json` and `file`.
//
// ## Parameters
//
// - json: JSON text.
// - file: Path of a JSON file.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/v1"
//
// answer = "{
//   \"results\": [{
//     \"statement_id\": 0,
//     \"series\": [{
//       \"name\": \"climate\",
//       \"tags\": {\"room\": \"attic\"},
//       \"columns\": [\"time\", \"temperature\"],
//       \"values\": [[\"2024-01-01T12:00:00Z\", 19.5], [\"2024-01-01T13:00:00Z\", 19.25]]
//     }]
//   }]
// }"
//
// v1.json(json: answer)
// ```
//
// ```text
// _result · table 0 · _measurement=climate, room=attic, _field=temperature
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   19.5 │
// │ 2024-01-01T13:00:00Z │  19.25 │
// └──────────────────────┴────────┘
// 2 rows
// ```
builtin json : (?file: string, ?json: string) => stream[A] where A: Record

// databases lists the databases and retention policies that buckets stand for.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.databases()
//     |> keep(columns: ["databaseName", "retentionPolicy"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────┬─────────────────┐
// │ databaseName │ retentionPolicy │
// │ string       │ string          │
// ├──────────────┼─────────────────┤
// │ house        │ autogen         │
// └──────────────┴─────────────────┘
// 1 row
// ```
builtin databases : (
    ?host: string,
    ?org: string,
    ?orgID: string,
    ?token: string,
) => stream[{
    retentionPolicy: string,
    retentionPeriod: int,
    organizationID: string,
    default: bool,
    databaseName: string,
    bucketID: string,
}]

// fieldsAsCols puts the fields of a point into columns of one row.
//
// It is `schema.fieldsAsCols` under an older name.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/v1"
//
// noon = 2024-01-01T12:00:00Z
//
// array.from(
//     rows: [
//         {_time: noon, room: "attic", _field: "temperature", _value: 19.5},
//         {_time: noon, room: "attic", _field: "humidity", _value: 61.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> v1.fieldsAsCols()
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
// ```
fieldsAsCols = schema.fieldsAsCols

// tagValues lists the values of a tag.
//
// It is `schema.tagValues` under an older name.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.tagValues(bucket: "house/autogen", tag: "room")
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
tagValues = schema.tagValues

// measurementTagValues lists the values of a tag of a measurement.
//
// It is `schema.measurementTagValues` under an older name.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.measurementTagValues(bucket: "house/autogen", measurement: "climate", tag: "room")
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
measurementTagValues = schema.measurementTagValues

// tagKeys lists the names of the columns in the group keys.
//
// It is `schema.tagKeys` under an older name.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.tagKeys(bucket: "house/autogen", predicate: (r) => r._measurement == "climate")
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
tagKeys = schema.tagKeys

// measurementTagKeys lists the names of the columns in the group keys of a measurement.
//
// It is `schema.measurementTagKeys` under an older name.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.measurementTagKeys(bucket: "house/autogen", measurement: "climate")
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
measurementTagKeys = schema.measurementTagKeys

// fieldKeys lists the names of the fields.
//
// It is `schema.fieldKeys` under an older name.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.fieldKeys(bucket: "house/autogen", start: -1d)
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
// │ total       │
// └─────────────┘
// 5 rows
// ```
fieldKeys = schema.fieldKeys

// measurementFieldKeys lists the names of the fields of a measurement.
//
// It is `schema.measurementFieldKeys` under an older name.
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
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.measurementFieldKeys(bucket: "house/autogen", measurement: "climate")
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
measurementFieldKeys = schema.measurementFieldKeys

// measurements lists the measurements.
//
// It is `schema.measurements` under an older name.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time to look at (default `-30d`).
// - stop: Earliest time not to look at (default `now()`).
//
// ## Examples
//
// ```flux --mount house/autogen=examples/buckets/data/house.lp --now 2024-01-01T00:00:00Z
// import "influxdata/influxdb/v1"
//
// v1.measurements(bucket: "house/autogen")
// ```
//
// ```text
// _result · table 0
// ┌─────────┐
// │ _value  │
// │ string  │
// ├─────────┤
// │ climate │
// │ door    │
// │ meter   │
// └─────────┘
// 3 rows
// ```
measurements = schema.measurements
