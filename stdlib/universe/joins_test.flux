package universe_test

import "array"
import "internal/debug"
import "testing"

left = array.from(
    rows: [
        {id: "1", at: "x", v: 10},
        {id: "2", at: "x", v: 20},
        {id: debug.null(type: "string"), at: "x", v: 30},
    ],
)
right = array.from(
    rows: [
        {id: "2", at: "x", v: 200},
        {id: "3", at: "x", v: 300},
        {id: debug.null(type: "string"), at: "x", v: 400},
    ],
)

testcase join_pairs_rows_and_renames_columns {
    got =
        join(tables: {l: left, r: right}, on: ["id"])
            |> keep(columns: ["id", "v_l", "v_r"])
            |> debug.opaque()
    want = array.from(rows: [{id: "2", v_l: 20, v_r: 200}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase join_without_partners_gives_no_table {
    got = join(tables: {l: left |> limit(n: 1), r: right}, on: ["id"]) |> debug.opaque()
    want = array.from(rows: [{id: ""}]) |> debug.sink() |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase join_gives_rows_in_the_order_of_their_columns {
    got =
        join(
            tables: {
                l: left |> filter(fn: (r) => exists r.id),
                r: left |> filter(fn: (r) => exists r.id),
            },
            on: ["v", "at"],
        )
            |> keep(columns: ["v"])
            |> debug.opaque()
    want = array.from(rows: [{v: 10}, {v: 20}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase join_needs_columns {
    testing.shouldError(
        fn: () => join(tables: {l: left, r: right}, on: []) |> tableFind(fn: (key) => true),
        want: /at least one column in 'on' column list is required/,
    )
}

testcase union_puts_rows_together {
    got =
        union(tables: [left, right])
            |> keep(columns: ["v"])
            |> sort(columns: ["v"])
            |> debug.opaque()
    want =
        array.from(rows: [
            {v: 10},
            {v: 20},
            {v: 30},
            {v: 200},
            {v: 300},
            {v: 400},
        ])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase union_fills_columns_with_nulls {
    got =
        union(
            tables: [
                left |> keep(columns: ["id"]) |> limit(n: 1),
                right |> keep(columns: ["v"]) |> limit(n: 1),
            ],
        )
            |> debug.opaque()
    want =
        array.from(
            rows: [{id: "1", v: debug.null(type: "int")}, {id: debug.null(type: "string"), v: 200}],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase union_needs_two_streams {
    testing.shouldError(
        fn: () => union(tables: [left]),
        want: /union must have at least two streams/,
    )
}

testcase pivot_makes_columns_of_rows {
    data = array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, _field: "in", _value: 1},
            {_time: 2024-01-01T00:00:00Z, _field: "out", _value: 2},
            {_time: 2024-01-01T00:00:10Z, _field: "in", _value: 3},
        ],
    )
    got = data |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
    want =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, "in": 1, "out": 2},
                {_time: 2024-01-01T00:00:10Z, "in": 3, "out": debug.null(type: "int")},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase pivot_of_a_missing_column {
    testing.shouldError(
        fn: () =>
            left
                |> debug.opaque()
                |> pivot(rowKey: ["at"], columnKey: ["nope"], valueColumn: "v")
                |> tableFind(fn: (key) => true),
        want: /does not exist in table: nope$/,
    )
}

testcase findRecord_gives_a_row {
    got = (left |> findRecord(fn: (key) => true, idx: 1)).v

    testing.assertEqualValues(got: got, want: 20)
}

testcase findColumn_gives_the_values {
    got = left |> findColumn(fn: (key) => true, column: "v")

    testing.assertEqualValues(got: got[2], want: 30)
}

testcase tableFind_without_a_table {
    testing.shouldError(
        fn: () => left |> tableFind(fn: (key) => key.at == "y"),
        want: /tableFind: no table found$/,
    )
}
