package experimental_test

import "array"
import "experimental"
import "internal/debug"
import "testing"

none = debug.null(type: "float")
data = array.from(
    rows: [
        {_time: 2024-01-01T00:00:00Z, _value: 1.0, t: "a"},
        {_time: 2024-01-01T00:00:10Z, _value: none, t: "a"},
        {_time: 2024-01-01T00:00:20Z, _value: 5.0, t: "b"},
    ],
)

testcase addDuration_and_subDuration {
    testing.assertEqualValues(
        got: experimental.subDuration(
            from: experimental.addDuration(to: 2024-01-31T00:00:00Z, d: 1mo),
            d: 1d,
        ),
        want: 2024-02-28T00:00:00Z,
    )
}

testcase set_several_columns {
    got = data |> experimental.set(o: {t: "z", n: 1}) |> keep(columns: ["t", "n"]) |> debug.opaque()
    want = array.from(rows: [{t: "z", n: 1}, {t: "z", n: 1}, {t: "z", n: 1}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase group_extends_the_key {
    got =
        data
            |> group(columns: ["t"])
            |> experimental.group(columns: ["_time"], mode: "extend")
            |> count()
            |> group()
            |> sum()
            |> debug.opaque()
    want = array.from(rows: [{_value: 3}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

// Only rows make tables, also where an aggregate takes the rows at once.
testcase group_loses_tables_without_rows {
    got =
        data
            |> group(columns: ["t"])
            |> filter(fn: (r) => r._value < 0, onEmpty: "keep")
            |> experimental.group(columns: ["t"], mode: "extend")
    counts = got |> count()

    union(tables: [got, counts]) |> testing.assertEmpty()
}

// A group behind it takes the rows in the order of the tables that it made.
testcase group_orders_rows_by_key_for_the_next_group {
    got =
        array.from(rows: [{t: "b"}, {t: "a"}, {t: "b"}])
            |> experimental.group(columns: ["t"], mode: "extend")
            |> group()
    want = array.from(rows: [{t: "a"}, {t: "b"}, {t: "b"}])

    testing.diff(got: got, want: want)
}

testcase group_refuses_other_modes {
    testing.shouldError(
        fn: () => data |> experimental.group(columns: ["t"], mode: "by"),
        want: /requires mode "extend"/,
    )
}

testcase objectKeys_in_order {
    testing.assertEqualValues(got: experimental.objectKeys(o: {b: 1, a: 2})[0], want: "b")
}

testcase sum_skips_nulls {
    got = data |> experimental.sum() |> keep(columns: ["_value"]) |> debug.opaque()
    want = array.from(rows: [{_value: 6.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase mean_of_each_table {
    got = data |> group(columns: ["t"]) |> experimental.mean()
    want = array.from(rows: [{t: "a", _value: 1.0}, {t: "b", _value: 5.0}]) |> group(columns: ["t"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase count_counts_nulls {
    got = data |> experimental.count() |> debug.opaque()
    want = array.from(rows: [{_value: 3}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase fill_with_the_value_before {
    got =
        data |> experimental.fill(usePrevious: true) |> keep(columns: ["_value"]) |> debug.opaque()
    want = array.from(rows: [{_value: 1.0}, {_value: 1.0}, {_value: 5.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase first_and_last {
    got =
        union(tables: [data |> experimental.first(), data |> experimental.last()])
            |> keep(columns: ["_value"])
            |> debug.opaque()
    want = array.from(rows: [{_value: 1.0}, {_value: 5.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase unpivot_makes_rows_of_columns {
    got =
        array.from(rows: [{_time: 2024-01-01T00:00:00Z, x: 1.0, y: 2.0}])
            |> experimental.unpivot()
            |> group()
            |> sort(columns: ["_field"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_field: "x", _time: 2024-01-01T00:00:00Z, _value: 1.0},
                {_field: "y", _time: 2024-01-01T00:00:00Z, _value: 2.0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase alignTime_begins_at_a_time {
    got =
        data
            |> experimental.alignTime(alignTo: 2020-01-01T00:00:00Z)
            |> keep(columns: ["_time"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_time: 2020-01-01T00:00:00Z},
                {_time: 2020-01-01T00:00:10Z},
                {_time: 2020-01-01T00:00:20Z},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase catch_gives_the_message {
    caught = experimental.catch(fn: () => 1 / 0)

    testing.assertEqualValues(got: caught.msg =~ /divide by zero/, want: true)
}

testcase diff_of_equal_streams_is_empty {
    got = experimental.diff(got: data, want: data) |> count() |> debug.opaque()
    want = array.from(rows: [{_value: 1}]) |> debug.sink() |> debug.opaque()

    testing.diff(got: got, want: want)
}
