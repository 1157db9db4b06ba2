package aggregate_test

import "array"
import "experimental/aggregate"
import "internal/debug"
import "testing"

testcase rate_is_the_mean_increase_in_a_window {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 0.0},
                {_time: 2024-01-01T00:00:30Z, _value: 30.0},
                {_time: 2024-01-01T00:01:00Z, _value: 90.0},
                {_time: 2024-01-01T00:01:30Z, _value: 10.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:02:00Z)
            |> aggregate.rate(every: 1m, unit: 1s)
            |> keep(columns: ["_time", "_value"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_time: 2024-01-01T00:01:00Z, _value: 1.0},
                {_time: 2024-01-01T00:02:00Z, _value: 2.0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

counters =
    array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, host: "a", disk: "x", _value: 0.0},
            {_time: 2024-01-01T00:00:30Z, host: "a", disk: "x", _value: 30.0},
            {_time: 2024-01-01T00:00:00Z, host: "a", disk: "y", _value: 0.0},
            {_time: 2024-01-01T00:00:30Z, host: "a", disk: "y", _value: 90.0},
            {_time: 2024-01-01T00:00:00Z, host: "b", disk: "x", _value: 0.0},
            {_time: 2024-01-01T00:00:30Z, host: "b", disk: "x", _value: debug.null(type: "float")},
        ],
    )
        |> group(columns: ["host", "disk"])
        |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)

testcase rate_adds_up_the_tables_of_a_group {
    got =
        counters
            |> aggregate.rate(every: 1m, groupColumns: ["host"])
            |> filter(fn: (r) => exists r._value)
            |> keep(columns: ["host", "_value"])
    want = array.from(rows: [{host: "a", _value: 4.0}]) |> group(columns: ["host"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase rate_takes_another_unit {
    got =
        counters
            |> aggregate.rate(every: 1m, groupColumns: ["disk"], unit: 1m)
            |> group()
            |> keep(columns: ["disk", "_value"])
            |> sort(columns: ["disk"])

    testing.diff(
        got: got |> debug.opaque(),
        want:
            array.from(rows: [{disk: "x", _value: 60.0}, {disk: "y", _value: 180.0}])
                |> debug.opaque(),
    )
}

testcase rate_of_nothing_is_nothing {
    counters
        |> filter(fn: (r) => r.host == "z")
        |> aggregate.rate(every: 1m)
        |> testing.assertEmpty()
}

testcase rate_needs_the_column_of_the_times {
    testing.shouldError(
        fn: () =>
            counters
                |> drop(columns: ["_time"])
                |> aggregate.rate(every: 1m)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /_time/,
    )
}
