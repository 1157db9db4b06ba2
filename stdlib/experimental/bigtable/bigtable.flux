// Package bigtable reads Google Cloud Bigtable.
//
// This runtime has no client for it: a call ends with an error that says so.
package bigtable

// from reads a table of Bigtable.
//
// ## Parameters
//
// - token: Credentials, as JSON.
// - project: Identifier of the project.
// - instance: Identifier of the instance.
// - table: Name of the table.
//
// ## Examples
//
// ```flux @fails
// import "experimental/bigtable"
//
// bigtable.from(token: "{}", project: "house", instance: "main", table: "climate")
// ```
//
// ```text
// example.flux:3:1: error[E0400]: bigtable.from: fluxi has no client for Google Cloud Bigtable; export the table as CSV and read it with csv.from
//   │
// 3 │ bigtable.from(token: "{}", project: "house", instance: "main", table: "climate")
//   │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//   │
//   = calls, the innermost first:
//       from  example.flux:3:1
// ```
builtin from : (instance: string, project: string, table: string, token: string) => stream[A]
    where
    A: Record
