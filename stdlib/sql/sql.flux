// Package sql reads from and writes to databases that speak SQL.
package sql

// from runs a query and gives its rows.
//
// ## Parameters
//
// - driverName: Kind of database, e.g. `"sqlite3"` or `"postgres"`.
// - dataSourceName: Where the database is and how to log in; its form depends on the driver.
// - query: Text of the query.
builtin from : (dataSourceName: string, driverName: string, query: string) => stream[A]

// to writes the rows of a stream into a table.
//
// ## Parameters
//
// - driverName: Kind of database, e.g. `"sqlite3"` or `"postgres"`.
// - dataSourceName: Where the database is and how to log in; its form depends on the driver.
// - table: Name of the table; it is made if it does not exist.
// - batchSize: Number of values in one statement (default `10000`).
// - tables: Input tables (piped in).
builtin to : (
        <-tables: stream[A],
        dataSourceName: string,
        driverName: string,
        table: string,
        ?batchSize: int,
    ) => stream[A]
