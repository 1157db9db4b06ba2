package experimental_test

import "array"
import "experimental"
import "internal/debug"
import "testing"

none = debug.null(type: "float")
values = array.from(
    rows: [
        {_time: 2024-01-01T00:00:00Z, _value: 1.0},
        {_time: 2024-01-01T00:00:10Z, _value: 4.0},
        {_time: 2024-01-01T00:00:20Z, _value: 4.0},
    ],
)

// one is a table of one value.
one = (v) => array.from(rows: [{_value: v}]) |> debug.opaque()

testcase distinct_values {
    got = values |> experimental.distinct() |> debug.opaque()
    want = array.from(rows: [{_value: 1.0}, {_value: 4.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase unique_rows {
    got = values |> experimental.unique() |> debug.opaque()
    want = values |> limit(n: 2) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase max_and_its_row {
    got = values |> experimental.max() |> debug.opaque()
    want = array.from(rows: [{_time: 2024-01-01T00:00:10Z, _value: 4.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase min_and_its_row {
    got = values |> experimental.min() |> debug.opaque()
    want = array.from(rows: [{_time: 2024-01-01T00:00:00Z, _value: 1.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase mode_is_the_most_frequent {
    testing.diff(got: values |> experimental.mode() |> debug.opaque(), want: one(v: 4.0))
}

testcase spread_is_max_less_min {
    testing.diff(got: values |> experimental.spread() |> debug.opaque(), want: one(v: 3.0))
}

testcase stddev_of_equal_values_is_0 {
    got =
        array.from(rows: [{_value: 2.0}, {_value: 2.0}])
            |> experimental.stddev()
            |> debug.opaque()

    testing.diff(got: got, want: one(v: 0.0))
}

testcase skew_of_what_is_symmetric_is_0 {
    got =
        array.from(rows: [{_value: 1.0}, {_value: 2.0}, {_value: 3.0}])
            |> experimental.skew()
            |> debug.opaque()

    testing.diff(got: got, want: one(v: 0.0))
}

testcase quantile_exact {
    got = values |> experimental.quantile(q: 0.5, method: "exact_mean") |> debug.opaque()

    testing.diff(got: got, want: one(v: 4.0))
}

testcase quantile_knows_its_methods {
    testing.shouldError(
        fn: () =>
            values
                |> experimental.quantile(q: 0.5, method: "guess")
                |> tableFind(fn: (key) => true),
        want: /guess/,
    )
}

testcase integral_in_seconds {
    got =
        values
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)
            |> experimental.integral(unit: 1s)
            |> keep(columns: ["_value"])
            |> debug.opaque()

    testing.diff(got: got, want: one(v: 65.0))
}

testcase histogram_counts_up_to_each_bound {
    got = values |> experimental.histogram(bins: [2.0, 5.0]) |> debug.opaque()
    want = array.from(rows: [{le: 2.0, _value: 1.0}, {le: 5.0, _value: 3.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase histogramQuantile_lies_between_the_bounds {
    got =
        array.from(rows: [{le: 1.0, _value: 2.0}, {le: 2.0, _value: 4.0}])
            |> experimental.histogramQuantile(quantile: 0.75)
            |> debug.opaque()

    testing.diff(got: got, want: one(v: 1.5))
}

testcase kaufmansAMA_follows_a_line {
    got =
        array.from(rows: [{_value: 1.0}, {_value: 2.0}, {_value: 3.0}, {_value: 4.0}])
            |> experimental.kaufmansAMA(n: 2)
            |> count()
            |> debug.opaque()

    testing.diff(got: got, want: one(v: 2))
}

testcase window_cuts_time {
    got =
        values
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:00:30Z)
            |> experimental.window(every: 20s)
            |> count()
            |> group()
            |> keep(columns: ["_value"])
            |> debug.opaque()
    want = array.from(rows: [{_value: 2}, {_value: 1}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase join_by_time_and_key {
    got =
        experimental.join(
            left: values |> group(),
            right: values |> group(),
            fn: (left, right) => ({left with twice: left._value + right._value}),
        )
            |> keep(columns: ["twice"])
            |> debug.opaque()
    want = array.from(rows: [{twice: 2.0}, {twice: 8.0}, {twice: 8.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase chain_gives_the_second {
    second = array.from(rows: [{_value: 2.0}])

    testing.diff(got: experimental.chain(first: values, second: second), want: second)
}

testcase preview_takes_some_rows {
    got = values |> experimental.preview(nrows: 1, ntables: 1) |> debug.opaque()

    testing.diff(got: got, want: values |> limit(n: 1) |> debug.opaque())
}

testcase a_group_without_rows_stays_away {
    values
        |> filter(fn: (r) => r._value > 100.0)
        |> experimental.max()
        |> testing.assertEmpty()
}
