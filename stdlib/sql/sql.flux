// Package sql reads from and writes to databases that speak SQL.
//
// Drivers are `"sqlite3"` (a path, `":memory:"` or a `file:` URI) `"postgres"`
// (`"postgres://user:password@host:5432/database"`) and `"mysql"`
// (`"user:password@tcp(host:3306)/database"`).
package sql

// from runs a query and gives its rows.
//
// They are one table without group key, read in batches while the database delivers them.
//
// ## Parameters
//
// - driverName: Kind of database, `"sqlite3"`, `"postgres"` or `"mysql"`.
// - dataSourceName: Where the database is and how to log in; its form depends on the driver.
// - query: Text of the query.
//
// ## Examples
//
// ### A query of SQLite
//
// ```flux
// import "sql"
//
// sql.from(
//     driverName: "sqlite3",
//     dataSourceName: ":memory:",
//     query: "SELECT 'attic' AS room, 19.5 AS degrees UNION ALL SELECT 'hall', NULL",
// )
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ attic  │    19.5 │
// │ hall   │    null │
// └────────┴─────────┘
// 2 rows
// ```
//
// ### A server of PostgreSQL
//
// ```flux --secret password=s3cret @service postgres
// import "influxdata/influxdb/secrets"
// import "sql"
//
// sql.from(
//     driverName: "postgres",
//     dataSourceName: "postgres://fluxi:${secrets.get(key: "password")}@localhost:5432/fluxi",
//     query: "SELECT * FROM (VALUES ('attic', 20), ('hall', NULL)) AS rooms (room, degrees)",
// )
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │     int │
// ├────────┼─────────┤
// │ attic  │      20 │
// │ hall   │    null │
// └────────┴─────────┘
// 2 rows
// ```
builtin from : (dataSourceName: string, driverName: string, query: string) => stream[A]

// to writes the rows of a stream into a table.
//
// All of them are written in one transaction: either all are there afterwards or none. The rows are
// handed on.
//
// ## Parameters
//
// - driverName: Kind of database, `"sqlite3"`, `"postgres"` or `"mysql"`.
// - dataSourceName: Where the database is and how to log in; its form depends on the driver.
// - table: Name of the table; it is made if it does not exist.
// - batchSize: Most values that one statement has (default `10000`); SQLite takes row by row.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "sql"
//
// array.from(rows: [{_time: 2024-01-01T12:00:00Z, room: "attic", degrees: 19.5}])
//     |> sql.to(driverName: "sqlite3", dataSourceName: "house.sqlite", table: "climate")
// ```
//
// ```text
// sql.to1 · table 0
// ┌──────────────────────┬────────┬─────────┐
// │ _time                │ room   │ degrees │
// │ time                 │ string │   float │
// ├──────────────────────┼────────┼─────────┤
// │ 2024-01-01T12:00:00Z │ attic  │    19.5 │
// └──────────────────────┴────────┴─────────┘
// 1 row
// ```
builtin to : (
    <-tables: stream[A],
    dataSourceName: string,
    driverName: string,
    table: string,
    ?batchSize: int,
) => stream[A]
