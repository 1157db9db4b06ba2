// Package iox reads buckets of InfluxDB 3.
package iox

import "regexp"
import "strings"

// from reads a measurement with a column for each tag and field.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Name of the measurement.
//
// ## Examples
//
// ```flux @fails
// import "experimental/iox"
//
// iox.from(bucket: "house", measurement: "climate")
// ```
//
// ```text
// example.flux:3:1: error[E0400]: iox.from: it exists inside InfluxDB 3 only; read the bucket with from(bucket: …)
//   │
// 3 │ iox.from(bucket: "house", measurement: "climate")
//   │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//   │
//   = calls, the innermost first:
//       from  example.flux:3:1
// ```
builtin from : (bucket: string, measurement: string) => stream[{A with _time: time}] where A: Record

// sql runs a query in SQL.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - query: Text of the query.
//
// ## Examples
//
// ```flux @fails
// import "experimental/iox"
//
// iox.sql(
//     bucket: "house",
//     query: "SELECT room, temperature FROM climate WHERE time > now() - INTERVAL '1 hour'",
// )
// ```
//
// ```text
// example.flux:3:1: error[E0400]: iox.sql: it exists inside InfluxDB 3 only; send the query to the server with package http/requests
//   │
// 3 │ iox.sql(
//   │ ^^^^^^^^
// …
// 6 │ )
//   │ ^
//   │
//   = calls, the innermost first:
//       sql  example.flux:3:1
// ```
builtin sql : (bucket: string, query: string) => stream[A] where A: Record

// sqlInterval writes a duration as an interval of SQL, e.g. `1 hours 30 minutes`.
//
// ## Parameters
//
// - d: Duration to write.
//
// ## Examples
//
// ```flux
// import "experimental/iox"
//
// "SELECT * FROM climate WHERE time > now() - INTERVAL '${iox.sqlInterval(d: 1h30m)}'"
// ```
//
// ```text
// SELECT * FROM climate WHERE time > now() - INTERVAL '1 hours 30 minutes'
// ```
sqlInterval = (d) => {
    word = (unit, as, text=<-) => strings.replaceAll(v: text, t: " ${unit} ", u: " ${as} ")
    spaced = regexp.replaceAllString(r: /([^\d]+)/, v: string(v: d), t: " $1 ")
    named =
        spaced
            |> word(unit: "y", as: "years")
            |> word(unit: "mo", as: "months")
            |> word(unit: "w", as: "weeks")
            |> word(unit: "d", as: "days")
            |> word(unit: "h", as: "hours")
            |> word(unit: "m", as: "minutes")
            |> word(unit: "s", as: "seconds")
            |> word(unit: "ms", as: "milliseconds")
            |> word(unit: "us", as: "microseconds")
            |> word(unit: "ns", as: "nanoseconds")

    return strings.trimSpace(v: named)
}
