// Package table works on whole tables.
package table

// fill gives each empty table one row of nulls.
//
// Columns of the group key have their value in that row.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin fill : (<-tables: stream[A]) => stream[A] where A: Record
