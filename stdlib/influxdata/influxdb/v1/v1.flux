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
builtin json : (?file: string, ?json: string) => stream[A] where A: Record

// databases lists the databases and retention policies that buckets stand for.
//
// ## Parameters
//
// - org: Name of the organization.
// - orgID: Identifier of the organization, instead of its name.
// - host: Address of the server.
// - token: Token of the server.
builtin databases : (
        ?host: string,
        ?org: string,
        ?orgID: string,
        ?token: string,
    ) => stream[{retentionPolicy: string, retentionPeriod: int, organizationID: string, default: bool, databaseName: string, bucketID: string}]

// fieldsAsCols puts the fields of a point into columns of one row.
//
// It is `schema.fieldsAsCols` under an older name.
//
// ## Parameters
//
// - tables: Input tables (piped in).
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
measurements = schema.measurements
