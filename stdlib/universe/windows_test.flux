package universe_test

import "array"
import "internal/debug"
import "testing"
import "timezone"

data =
    array.from(
        rows: [
            {_time: 2024-01-01T00:00:10Z, _value: 1.0, host: "a"},
            {_time: 2024-01-01T00:00:50Z, _value: 3.0, host: "a"},
            {_time: 2024-01-01T00:02:30Z, _value: debug.null(type: "float"), host: "a"},
            {_time: 2024-01-01T00:00:30Z, _value: 8.0, host: "b"},
        ],
    )
        |> group(columns: ["host"])
        |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:03:00Z)

// shown leaves out the bounds, which all rows have.
shown = (tables=<-) => tables |> keep(columns: ["_time", "_value", "host"]) |> debug.opaque()

testcase aggregateWindow_mean {
    got = data |> aggregateWindow(every: 1m, fn: mean) |> shown()
    want =
        array.from(
            rows: [
                {host: "a", _time: 2024-01-01T00:01:00Z, _value: 2.0},
                {host: "a", _time: 2024-01-01T00:02:00Z, _value: debug.null(type: "float")},
                {host: "a", _time: 2024-01-01T00:03:00Z, _value: debug.null(type: "float")},
                {host: "b", _time: 2024-01-01T00:01:00Z, _value: 8.0},
                {host: "b", _time: 2024-01-01T00:02:00Z, _value: debug.null(type: "float")},
                {host: "b", _time: 2024-01-01T00:03:00Z, _value: debug.null(type: "float")},
            ],
        )
            |> group(columns: ["host"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_without_empty_windows {
    got = data |> aggregateWindow(every: 1m, fn: count, createEmpty: false) |> shown()
    want =
        array.from(
            rows: [
                {host: "a", _time: 2024-01-01T00:01:00Z, _value: 2},
                {host: "a", _time: 2024-01-01T00:03:00Z, _value: 1},
                {host: "b", _time: 2024-01-01T00:01:00Z, _value: 1},
            ],
        )
            |> group(columns: ["host"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_with_a_selector {
    got = data |> aggregateWindow(every: 1m, fn: last, createEmpty: false) |> shown()
    want =
        array.from(
            rows: [
                {host: "a", _time: 2024-01-01T00:01:00Z, _value: 3.0},
                {host: "b", _time: 2024-01-01T00:01:00Z, _value: 8.0},
            ],
        )
            |> group(columns: ["host"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_with_a_function_of_ones_own {
    got =
        data
            |> filter(fn: (r) => r.host == "a")
            |> aggregateWindow(
                every: 1m,
                createEmpty: false,
                fn: (column, tables=<-) =>
                    tables |> quantile(q: 1.0, column: column, method: "exact_mean"),
            )
            |> shown()
    want =
        array.from(
            rows: [
                {host: "a", _time: 2024-01-01T00:01:00Z, _value: 3.0},
                {host: "a", _time: 2024-01-01T00:03:00Z, _value: debug.null(type: "float")},
            ],
        )
            |> group(columns: ["host"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_of_the_start {
    got =
        data
            |> filter(fn: (r) => r.host == "b")
            |> aggregateWindow(every: 1m, fn: sum, timeSrc: "_start", createEmpty: false)
            |> shown()
    want =
        array.from(rows: [{host: "b", _time: 2024-01-01T00:00:00Z, _value: 8.0}])
            |> group(columns: ["host"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase window_makes_a_table_for_each_window {
    got =
        data
            |> window(every: 1m)
            |> count()
            |> group()
            |> keep(columns: ["_start", "_value"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_start: 2024-01-01T00:00:00Z, _value: 2},
                {_start: 2024-01-01T00:00:00Z, _value: 1},
                {_start: 2024-01-01T00:02:00Z, _value: 1},
            ],
        )
            |> debug.opaque()

    testing.diff(
        got: got |> sort(columns: ["_start", "_value"]),
        want: want |> sort(columns: ["_start", "_value"]),
    )
}

testcase window_that_overlap_take_rows_twice {
    got = data |> window(every: 1m, period: 2m) |> count() |> group() |> sum() |> debug.opaque()
    want = array.from(rows: [{_value: 8}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase window_of_a_day_in_a_time_zone {
    got =
        array.from(rows: [{_time: 2024-03-31T12:00:00Z, _value: 1}])
            |> range(start: 2024-03-30T23:00:00Z, stop: 2024-04-01T22:00:00Z)
            |> window(every: 1d, location: timezone.location(name: "Europe/Berlin"))
            |> keep(columns: ["_start", "_stop"])
            |> debug.opaque()
    want =
        array.from(rows: [{_start: 2024-03-30T23:00:00Z, _stop: 2024-03-31T22:00:00Z}])
            |> group(columns: ["_start", "_stop"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase window_needs_a_range {
    testing.shouldError(
        fn: () =>
            array.from(
                rows: [
                    {
                        _time: 2024-01-01T00:00:00Z,
                        _start: 2024-01-01T00:00:00Z,
                        _stop: 2024-01-02T00:00:00Z,
                    },
                ],
            )
                |> window(every: 1m),
        want: /nil bounds passed to window/,
    )
}

testcase window_refuses_months_and_days_in_one {
    testing.shouldError(
        fn: () => data |> window(every: 1mo1d) |> tableFind(fn: (key) => true),
        want: /cannot mix month and nanosecond units/,
    )
}

// counted gives one row for each window: its host, its bounds and how many rows it has.
counted = (tables=<-) => tables |> count() |> keep(columns: ["host", "_start", "_stop", "_value"])

testcase window_of_a_negative_period_ends_where_it_would_start {
    got = data |> window(every: 1m, period: -30s) |> counted()
    want =
        array.from(
            rows: [
                {host: "a", _start: 2024-01-01T00:00:30Z, _stop: 2024-01-01T00:01:00Z, _value: 1},
                {host: "a", _start: 2024-01-01T00:02:30Z, _stop: 2024-01-01T00:03:00Z, _value: 1},
                {host: "b", _start: 2024-01-01T00:00:30Z, _stop: 2024-01-01T00:01:00Z, _value: 1},
            ],
        )
            |> group(columns: ["_start", "_stop", "host"])

    testing.diff(got: got, want: want)
}

testcase window_of_a_negative_period_with_empty_ones {
    got =
        data
            |> filter(fn: (r) => r.host == "b")
            |> window(every: 1m, period: -30s, offset: 10s, createEmpty: true)
            |> counted()
    want =
        array.from(
            rows: [
                {host: "b", _start: 2024-01-01T00:00:00Z, _stop: 2024-01-01T00:00:10Z, _value: 0},
                {host: "b", _start: 2024-01-01T00:00:40Z, _stop: 2024-01-01T00:01:10Z, _value: 0},
                {host: "b", _start: 2024-01-01T00:01:40Z, _stop: 2024-01-01T00:02:10Z, _value: 0},
                {host: "b", _start: 2024-01-01T00:02:40Z, _stop: 2024-01-01T00:03:00Z, _value: 0},
            ],
        )
            |> group(columns: ["_start", "_stop", "host"])

    testing.diff(got: got, want: want)
}

// As means the windows may be longer than their distance, otherwise not.
testcase aggregateWindow_of_a_negative_period {
    got =
        data
            |> filter(fn: (r) => r.host == "a")
            |> aggregateWindow(every: 1m, period: -90s, fn: count, createEmpty: false)
            |> shown()
    want =
        array.from(
            rows: [
                {host: "a", _time: 2024-01-01T00:01:00Z, _value: 2},
                {host: "a", _time: 2024-01-01T00:02:00Z, _value: 1},
                {host: "a", _time: 2024-01-01T00:03:00Z, _value: 1},
                {host: "a", _time: 2024-01-01T00:03:00Z, _value: 1},
            ],
        )
            |> group(columns: ["host"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase window_of_a_long_negative_period_fails {
    testing.shouldError(
        fn: () => data |> window(every: 1m, period: -90s) |> tableFind(fn: (key) => true),
        want: /a negative period must be shorter/,
    )
}

// Each row of the centuries is in one window of one hour; none of the others is looked at.
testcase window_with_gaps_over_centuries {
    got =
        array.from(
            rows: [
                {_time: 1700-01-01T00:00:30Z, _value: 1},
                {_time: 1700-01-01T00:30:00Z, _value: 2},
                {_time: 2261-12-31T23:00:59Z, _value: 3},
            ],
        )
            |> range(start: 1700-01-01T00:00:00Z, stop: 2262-01-01T00:00:00Z)
            |> window(every: 1h, period: 1m)
            |> sum()
            |> keep(columns: ["_start", "_stop", "_value"])
    want =
        array.from(
            rows: [
                {_start: 1700-01-01T00:00:00Z, _stop: 1700-01-01T00:01:00Z, _value: 1},
                {_start: 2261-12-31T23:00:00Z, _stop: 2261-12-31T23:01:00Z, _value: 3},
            ],
        )
            |> group(columns: ["_start", "_stop"])

    testing.diff(got: got, want: want)
}

// Rows that are not in the order of their times keep their order in every window.
testcase window_overlapping_keeps_the_order_of_rows {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:02:30Z, _value: "c"},
                {_time: 2024-01-01T00:00:30Z, _value: "a"},
                {_time: 2024-01-01T00:01:30Z, _value: "b"},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:03:00Z)
            |> window(every: 1m, period: 2m)
            |> keep(columns: ["_start", "_value"])
    want =
        array.from(
            rows: [
                {_start: 2024-01-01T00:00:00Z, _value: "a"},
                {_start: 2024-01-01T00:00:00Z, _value: "a"},
                {_start: 2024-01-01T00:00:00Z, _value: "b"},
                {_start: 2024-01-01T00:01:00Z, _value: "c"},
                {_start: 2024-01-01T00:01:00Z, _value: "b"},
                {_start: 2024-01-01T00:02:00Z, _value: "c"},
            ],
        )
            |> group(columns: ["_start"])

    testing.diff(got: got, want: want)
}
