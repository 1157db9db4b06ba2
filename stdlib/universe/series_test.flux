package universe_test

import "array"
import "internal/debug"
import "testing"

none = debug.null(type: "float")
meter = array.from(
    rows: [
        {_time: 2024-01-01T00:00:00Z, _value: 10.0},
        {_time: 2024-01-01T00:00:10Z, _value: 30.0},
        {_time: 2024-01-01T00:00:20Z, _value: none},
        {_time: 2024-01-01T00:00:40Z, _value: 20.0},
    ],
)

// values shows only the values.
values = (tables=<-) => tables |> keep(columns: ["_value"]) |> debug.opaque()

testcase derivative_per_second {
    got = meter |> derivative(unit: 1s) |> values()
    want = array.from(rows: [{_value: 2.0}, {_value: none}, {_value: -0.3333333}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase derivative_without_decreases {
    got = meter |> derivative(unit: 1m, nonNegative: true) |> values()
    want = array.from(rows: [{_value: 120.0}, {_value: none}, {_value: none}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase derivative_without_times {
    testing.shouldError(
        fn: () =>
            meter
                |> drop(columns: ["_time"])
                |> derivative()
                |> tableFind(fn: (key) => true),
        want: /_time/,
    )
}

testcase difference_to_the_last_value {
    got = meter |> difference() |> values()
    want = array.from(rows: [{_value: 20.0}, {_value: none}, {_value: -10.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase difference_keeps_the_first_row_if_asked_to {
    got = meter |> difference(keepFirst: true) |> values()
    want =
        array.from(rows: [{_value: none}, {_value: 20.0}, {_value: none}, {_value: -10.0}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase cumulativeSum_passes_over_nulls {
    got = meter |> cumulativeSum() |> values()
    want =
        array.from(rows: [{_value: 10.0}, {_value: 40.0}, {_value: 40.0}, {_value: 60.0}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase movingAverage_of_two {
    got = array.from(rows: [{_value: 1.0}, {_value: 3.0}, {_value: 6.0}]) |> movingAverage(n: 2)
    want = array.from(rows: [{_value: 2.0}, {_value: 4.5}])

    testing.diff(got: got, want: want)
}

testcase elapsed_counts_seconds {
    got = meter |> elapsed() |> keep(columns: ["elapsed"]) |> debug.opaque()
    want = array.from(rows: [{elapsed: 10}, {elapsed: 10}, {elapsed: 20}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase timeShift_moves_times {
    got =
        meter
            |> timeShift(duration: 1h)
            |> keep(columns: ["_time"])
            |> limit(n: 1)
            |> debug.opaque()
    want = array.from(rows: [{_time: 2024-01-01T01:00:00Z}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase increase_goes_on_after_a_restart {
    got = array.from(rows: [{_value: 1}, {_value: 5}, {_value: 2}, {_value: 3}]) |> increase()
    want = array.from(rows: [{_value: 0}, {_value: 4}, {_value: 6}, {_value: 7}])

    testing.diff(got: got, want: want)
}

testcase increase_leaves_out_what_is_below_zero {
    got = array.from(rows: [{_value: 4}, {_value: -3}, {_value: 19}]) |> increase()
    want = array.from(rows: [{_value: 0}, {_value: 0}, {_value: 22}])

    testing.diff(got: got, want: want)
}

testcase integral_of_a_line {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 2.0},
                {_time: 2024-01-01T00:00:10Z, _value: 4.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)
            |> integral(unit: 10s)
            |> values()
    want = array.from(rows: [{_value: 3.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase stateCount_counts_rows_in_a_row {
    got =
        array.from(rows: [
            {v: 1},
            {v: 5},
            {v: 6},
            {v: 2},
            {v: 7},
        ])
            |> stateCount(fn: (r) => r.v > 4)
            |> keep(columns: ["stateCount"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {stateCount: -1},
                {stateCount: 1},
                {stateCount: 2},
                {stateCount: -1},
                {stateCount: 1},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}
