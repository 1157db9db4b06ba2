package promql_test

import "array"
import "internal/debug"
import "internal/promql"
import "testing"

none = debug.null(type: "float")
data =
    array.from(
        rows: [
            {_time: 2024-01-01T00:00:10Z, _value: 4.0, job: "api-1"},
            {_time: 2024-01-01T00:00:20Z, _value: 4.0, job: "api-1"},
            {_time: 2024-01-01T00:00:30Z, _value: none, job: "api-1"},
            {_time: 2024-01-01T00:00:40Z, _value: 1.0, job: "api-1"},
            {_time: 2024-01-01T00:00:50Z, _value: 7.0, job: "api-1"},
        ],
    )
        |> group(columns: ["job"])
        |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)

// number shows the one number of the one table.
number = (tables=<-) => tables |> debug.opaque() |> group() |> keep(columns: ["_value"])

// only is a stream of one number.
only = (v) => array.from(rows: [{_value: v}]) |> debug.opaque()

testcase changes_counts_other_values {
    testing.diff(got: data |> promql.changes() |> number(), want: only(v: 2.0))
}

testcase resets_counts_decreases {
    testing.diff(got: data |> promql.resets() |> number(), want: only(v: 1.0))
}

testcase instantRate_of_the_last_two {
    testing.diff(got: data |> promql.instantRate(isRate: true) |> number(), want: only(v: 0.6))
}

testcase instantRate_of_one_value_is_nothing {
    got = data |> limit(n: 1) |> promql.instantRate() |> number()
    want = only(v: 0.0) |> debug.sink()

    testing.diff(got: got, want: want)
}

testcase extrapolatedRate_of_a_counter {
    // It grows by 7 in 40 seconds with one restart. Both ends are near, so 60 seconds are covered; but
    // the counter cannot have been below zero at the start.
    got = data |> promql.extrapolatedRate(isCounter: true) |> number()
    want = only(v: 7.0 * 60.0 / 40.0)

    testing.diff(got: got, want: want)
}

testcase linearRegression_of_a_line {
    line =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 1.0},
                {_time: 2024-01-01T00:00:10Z, _value: 3.0},
                {_time: 2024-01-01T00:00:20Z, _value: 5.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:00:30Z)

    testing.diff(
        got: line |> promql.linearRegression(predict: true, fromNow: 10.0) |> number(),
        want: only(v: 9.0),
    )
}

testcase holtWinters_of_a_line_goes_on {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 1.0},
                {_time: 2024-01-01T00:00:10Z, _value: 2.0},
                {_time: 2024-01-01T00:00:20Z, _value: 3.0},
            ],
        )
            |> promql.holtWinters(smoothingFactor: 0.5, trendFactor: 0.5)
            |> number()

    testing.diff(got: got, want: only(v: 3.0))
}

testcase holtWinters_refuses_a_factor_of_one {
    testing.shouldError(
        fn: () =>
            data
                |> promql.holtWinters(smoothingFactor: 1.0, trendFactor: 0.5)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /invalid smoothing factor/,
    )
}

testcase promHistogramQuantile_lies_in_a_bin {
    got =
        array.from(
            rows: [{le: "1", _value: 2.0}, {le: "3", _value: 4.0}, {le: "+Inf", _value: 4.0}],
        )
            |> promql.promHistogramQuantile(quantile: 0.75)
            |> number()

    testing.diff(got: got, want: only(v: 2.0))
}

testcase labelReplace_makes_a_label_of_another {
    got =
        data
            |> promql.labelReplace(
                source: "job",
                destination: "kind",
                regex: "([a-z]+)-.*",
                replacement: "the $1",
            )
            |> debug.opaque()
            |> group(columns: ["kind"])
            |> count()
    want =
        array.from(rows: [{kind: "the api", _value: 5}])
            |> group(columns: ["kind"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase labelReplace_without_a_match_changes_nothing {
    got =
        data
            |> promql.labelReplace(
                source: "job",
                destination: "kind",
                regex: "web",
                replacement: "x",
            )
            |> debug.opaque()
            |> columns()
            |> group()
            |> filter(fn: (r) => r._value == "kind")
    want = array.from(rows: [{_value: ""}]) |> debug.sink() |> debug.opaque()

    testing.diff(got: got |> debug.opaque(), want: want)
}

testcase timestamp_is_in_seconds {
    got = data |> limit(n: 1) |> promql.timestamp() |> number()

    testing.diff(got: got, want: only(v: 1704067210.0))
}

testcase parts_of_a_date {
    t = 1709251199.0

    testing.assertEqualValues(
        got:
            promql.promqlYear(timestamp: t) * 10000.0
                + promql.promqlMonth(timestamp: t) * 100.0
                + promql.promqlDayOfMonth(timestamp: t),
        want: 20240229.0,
    )
}

testcase parts_of_a_day_and_lengths_of_months {
    // 2024-02-29T23:59:59Z is a Thursday.
    t = 1709251199.0
    got = [
        promql.promqlHour(timestamp: t),
        promql.promqlMinute(timestamp: t),
        promql.promqlDayOfWeek(timestamp: t),
        promql.promqlDaysInMonth(timestamp: t),
        promql.promqlDaysInMonth(timestamp: t - 366.0 * 86400.0),
    ]
    want = [
        23.0,
        59.0,
        4.0,
        29.0,
        28.0,
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase emptyTable_has_no_rows {
    promql.emptyTable() |> debug.opaque() |> testing.assertEmpty()
}

testcase quantile_outside_of_the_values {
    got = data |> promql.quantile(q: 2.0) |> debug.opaque() |> number()

    testing.diff(got: got, want: only(v: float(v: "+Inf")))
}

testcase join_pairs_rows_of_one_key_and_time {
    left =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, job: "a", _value: 1.0},
                {_time: 2024-01-01T00:01:00Z, job: "a", _value: 2.0},
                {_time: 2024-01-01T00:00:00Z, job: "b", _value: 3.0},
            ],
        )
            |> group(columns: ["job"])
    right =
        array.from(
            rows: [
                {_time: 2024-01-01T00:01:00Z, job: "a", _value: 10.0},
                {_time: 2024-01-01T00:00:00Z, job: "c", _value: 20.0},
            ],
        )
            |> group(columns: ["job"])
    got = promql.join(
        left: left,
        right: right,
        fn: (left, right) => ({left with _value: left._value * right._value}),
    )
    want =
        array.from(rows: [{_time: 2024-01-01T00:01:00Z, job: "a", _value: 20.0}])
            |> group(columns: ["job"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}
