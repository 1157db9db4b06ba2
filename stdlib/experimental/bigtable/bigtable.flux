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
// ```flux check
// import "experimental/bigtable"
//
// bigtable.from(token: "{}", project: "house", instance: "main", table: "climate")
// ```
builtin from : (instance: string, project: string, table: string, token: string) => stream[A]
    where
    A: Record
