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
