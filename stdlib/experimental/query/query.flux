// Package query has short forms of what most queries begin with.
package query

// fromRange reads a bucket within bounds of time.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time that is kept.
// - stop: Earliest time that is no longer kept (default `now()`).
fromRange = (bucket, start, stop=now()) =>
    range(tables: from(bucket: bucket), start: start, stop: stop)

// filterMeasurement keeps the rows of a measurement.
//
// ## Parameters
//
// - measurement: Name of the measurement.
// - table: Input tables (piped in).
filterMeasurement = (measurement, table=<-) =>
    filter(tables: table, fn: (r) => r._measurement == measurement)

// filterFields keeps the rows of some fields.
//
// ## Parameters
//
// - fields: Names of the fields; an empty list keeps all (default `[]`).
// - table: Input tables (piped in).
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
