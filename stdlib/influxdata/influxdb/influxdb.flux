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
    ) => stream[{_value: int, _stop: time, _start: time}]
    where
    A: Timeable,
    D: Timeable

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
    ) => stream[A]
    where
    A: Record,
    B: Record

// buckets lists the buckets.
//
// ## Parameters
//
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - host: Address of the server.
// - token: Token of the server.
builtin buckets : (
        ?host: string,
        ?org: string,
        ?orgID: string,
        ?token: string,
    ) => stream[{retentionPolicy: string, retentionPeriod: int, organizationID: string, name: string, id: string}]

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
builtin wideTo : (
        <-tables: stream[A],
        ?bucket: string,
        ?bucketID: string,
        ?host: string,
        ?org: string,
        ?orgID: string,
        ?token: string,
    ) => stream[A]
    where
    A: Record
