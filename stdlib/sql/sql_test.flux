// SQLite in memory; tests/cli/sql writes to files and to servers.
package sql_test

import "array"
import "internal/debug"
import "sql"
import "testing"

query = (text) => sql.from(driverName: "sqlite3", dataSourceName: ":memory:", query: text)
first = (tables) => tables |> findRecord(fn: (key) => true, idx: 0)
data = array.from(rows: [{_time: 2024-01-01T00:00:00Z, t: "a", _value: 1.5}])

testcase from_gives_rows_with_types_and_nulls {
    got = query(
        text: "SELECT 1 AS i, 2.5 AS f, 'x' AS s UNION ALL SELECT NULL, NULL, NULL ORDER BY 1 DESC",
    )
    want = array.from(
        rows: [
            {i: 1, f: 2.5, s: "x"},
            {
                i: debug.null(type: "int"),
                f: debug.null(type: "float"),
                s: debug.null(type: "string"),
            },
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase from_of_no_rows_is_empty {
    query(text: "SELECT 1 AS i WHERE 0") |> testing.assertEmpty()
}

testcase from_fails_with_the_error_of_the_database {
    testing.shouldError(
        fn: () => first(tables: query(text: "SELECT * FROM nowhere")),
        want: /no such table: nowhere/,
    )
}

testcase from_names_the_drivers_there_are {
    testing.shouldError(
        fn: () => first(
            tables: sql.from(driverName: "oracle", dataSourceName: "x", query: "SELECT 1"),
        ),
        want: /oracle.*sqlite3/,
    )
}

testcase to_hands_its_rows_on {
    testing.diff(
        got: data |> sql.to(driverName: "sqlite3", dataSourceName: ":memory:", table: "t"),
        want: data,
    )
}

testcase to_names_the_drivers_there_are {
    testing.shouldError(
        fn: () => first(
            tables: data |> sql.to(driverName: "oracle", dataSourceName: "x", table: "t"),
        ),
        want: /oracle.*sqlite3/,
    )
}
