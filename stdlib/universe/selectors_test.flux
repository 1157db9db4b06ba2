package universe_test

import "array"
import "internal/debug"
import "testing"

none = debug.null(type: "int")
rows =
    array.from(
        rows: [
            {k: "a", at: 1, v: none, note: "first"},
            {k: "a", at: 2, v: 7, note: debug.null(type: "string")},
            {k: "a", at: 3, v: 3, note: "third"},
            {k: "a", at: 4, v: 7, note: "fourth"},
            {k: "b", at: 5, v: none, note: "fifth"},
        ],
    )
        |> group(columns: ["k"])

testcase first_skips_nulls {
    got = rows |> first(column: "v") |> keep(columns: ["k", "at"])
    want = array.from(rows: [{k: "a", at: 2}]) |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase last_skips_nulls {
    got = rows |> last(column: "v") |> keep(columns: ["k", "at"])
    want = array.from(rows: [{k: "a", at: 4}]) |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase max_takes_the_first_of_equal_rows {
    got = rows |> max(column: "v")
    want =
        array.from(rows: [{k: "a", at: 2, v: 7, note: debug.null(type: "string")}])
            |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase min_takes_the_least {
    got = rows |> min(column: "v") |> keep(columns: ["k", "at"])
    want = array.from(rows: [{k: "a", at: 3}]) |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase max_refuses_texts {
    testing.shouldError(
        fn: () => rows |> max(column: "note") |> tableFind(fn: (key) => true),
        want: /has no implementation for type string/,
    )
}

testcase last_of_a_missing_column {
    testing.shouldError(
        fn: () => rows |> debug.opaque() |> last(column: "nope") |> tableFind(fn: (key) => true),
        want: /no column "nope" exists/,
    )
}

testcase limit_is_counted_in_each_table {
    got = rows |> limit(n: 2, offset: 1) |> keep(columns: ["k", "at"])
    want = array.from(rows: [{k: "a", at: 2}, {k: "a", at: 3}]) |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase limit_refuses_a_negative_offset {
    testing.shouldError(
        fn: () => rows |> limit(n: 1, offset: -1),
        want: /limit offset cannot be negative/,
    )
}

testcase tail_gives_the_last_rows {
    got = rows |> tail(n: 2, offset: 1) |> keep(columns: ["k", "at"])
    want = array.from(rows: [{k: "a", at: 2}, {k: "a", at: 3}]) |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase distinct_gives_null_once {
    got = rows |> distinct(column: "v")
    want =
        array.from(
            rows: [
                {k: "a", _value: none},
                {k: "a", _value: 7},
                {k: "a", _value: 3},
                {k: "b", _value: none},
            ],
        )
            |> group(columns: ["k"])

    testing.diff(got: got, want: want)
}

testcase unique_keeps_the_first_rows {
    got = rows |> group() |> unique(column: "v") |> keep(columns: ["at"])
    want = array.from(rows: [{at: 1}, {at: 2}, {at: 3}])

    testing.diff(got: got, want: want)
}

testcase top_sorts_descending {
    got =
        rows
            |> group()
            |> filter(fn: (r) => exists r.v)
            |> top(n: 2, columns: ["v", "at"])
            |> keep(columns: ["at"])
    want = array.from(rows: [{at: 4}, {at: 2}])

    testing.diff(got: got, want: want)
}

testcase sample_takes_every_nth_row {
    got = rows |> group() |> sample(n: 2, pos: 1, column: "v") |> keep(columns: ["at"])
    want = array.from(rows: [{at: 2}, {at: 4}])

    testing.diff(got: got, want: want)
}
