package universe_test

import "array"
import "internal/debug"
import "testing"

none = debug.null(type: "float")
numbers =
    array.from(
        rows: [
            {
                tag: "x",
                f: 1.0,
                i: 1,
                u: uint(v: 4),
                s: "p",
            },
            {
                tag: "x",
                f: none,
                i: 2,
                u: uint(v: 2),
                s: "q",
            },
            {
                tag: "x",
                f: 4.0,
                i: 6,
                u: uint(v: 9),
                s: "q",
            },
            {
                tag: "y",
                f: none,
                i: 5,
                u: uint(v: 1),
                s: "r",
            },
        ],
    )
        |> group(columns: ["tag"])
empty = numbers |> filter(fn: (r) => false, onEmpty: "keep")

// missing calls an aggregate with a column that is not there.
missing = (fn) => numbers |> debug.opaque() |> fn(column: "nope") |> tableFind(fn: (key) => true)

// inKey calls an aggregate with a column of the group key.
inKey = (fn) => numbers |> fn(column: "tag") |> tableFind(fn: (key) => true)

testcase count_counts_nulls {
    got = numbers |> count(column: "f")
    want = array.from(rows: [{tag: "x", f: 3}, {tag: "y", f: 1}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase count_of_no_rows_is_zero {
    got = empty |> count(column: "s")
    want = array.from(rows: [{tag: "x", s: 0}, {tag: "y", s: 0}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase sum_skips_nulls {
    got = numbers |> sum(column: "f")
    want = array.from(rows: [{tag: "x", f: 5.0}, {tag: "y", f: none}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase sum_keeps_the_type {
    got = numbers |> sum(column: "u")
    want =
        array.from(rows: [{tag: "x", u: uint(v: 15)}, {tag: "y", u: uint(v: 1)}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase sum_of_no_rows_is_null {
    got = empty |> sum(column: "i")
    want =
        array.from(
            rows: [{tag: "x", i: debug.null(type: "int")}, {tag: "y", i: debug.null(type: "int")}],
        )
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase sum_refuses_texts {
    testing.shouldError(
        fn: () => numbers |> sum(column: "s") |> tableFind(fn: (key) => true),
        want: /unsupported aggregate column type string/,
    )
}

testcase mean_skips_nulls {
    got = numbers |> mean(column: "f")
    want = array.from(rows: [{tag: "x", f: 2.5}, {tag: "y", f: none}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase mean_of_ints_is_a_float {
    got = numbers |> mean(column: "i")
    want = array.from(rows: [{tag: "x", i: 3.0}, {tag: "y", i: 5.0}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase spread_is_greatest_less_least {
    got = numbers |> spread(column: "i")
    want = array.from(rows: [{tag: "x", i: 5}, {tag: "y", i: 0}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase stddev_of_a_sample {
    got = numbers |> stddev(column: "i")
    want =
        array.from(rows: [{tag: "x", i: 2.6457513}, {tag: "y", i: float(v: "NaN")}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase stddev_of_a_population {
    got = numbers |> stddev(column: "i", mode: "population")
    want =
        array.from(rows: [{tag: "x", i: 2.1602469}, {tag: "y", i: 0.0}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase median_lies_in_the_middle {
    got = numbers |> median(column: "i") |> debug.opaque()
    want = array.from(rows: [{tag: "x", i: 2.0}, {tag: "y", i: 5.0}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase quantile_exact_mean_lies_between_values {
    got = numbers |> quantile(column: "f", q: 0.5, method: "exact_mean") |> debug.opaque()
    want = array.from(rows: [{tag: "x", f: 2.5}, {tag: "y", f: none}]) |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase quantile_refuses_a_share_above_one {
    testing.shouldError(
        fn: () => numbers |> quantile(column: "f", q: 1.5),
        want: /quantile must be between 0 and 1/,
    )
}

// No value of the second table is more frequent than another.
testcase mode_is_the_most_frequent_value {
    got = numbers |> mode(column: "s")
    want =
        array.from(rows: [{tag: "x", _value: "q"}, {tag: "y", _value: debug.null(type: "string")}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase reduce_folds_rows {
    got =
        numbers
            |> reduce(
                identity: {n: 0, text: ""},
                fn: (r, accumulator) => ({n: accumulator.n + r.i, text: accumulator.text + r.s}),
            )
    want =
        array.from(rows: [{tag: "x", n: 9, text: "pqq"}, {tag: "y", n: 5, text: "r"}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase aggregates_name_the_missing_column {
    testing.shouldError(fn: () => missing(fn: sum), want: /sum: column "nope" does not exist$/)
}

testcase aggregates_refuse_columns_of_the_group_key {
    testing.shouldError(
        fn: () => inKey(fn: count),
        want: /cannot aggregate columns that are part of the group key/,
    )
}
