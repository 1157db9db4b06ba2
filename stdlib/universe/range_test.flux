package universe_test

import "array"
import "internal/debug"
import "testing"

option now = () => 2024-03-01T12:00:00Z

times = array.from(
    rows: [
        {_time: 2024-03-01T10:59:59Z, n: 1},
        {_time: 2024-03-01T11:00:00Z, n: 2},
        {_time: debug.null(type: "time"), n: 3},
        {_time: 2024-03-01T11:59:59.999Z, n: 4},
        {_time: 2024-03-01T12:00:00Z, n: 5},
    ],
)

testcase range_takes_the_start_and_not_the_stop {
    got =
        times
            |> range(start: 2024-03-01T11:00:00Z, stop: 2024-03-01T12:00:00Z)
            |> keep(columns: ["n"])
    want = array.from(rows: [{n: 2}, {n: 4}])

    testing.diff(got: got, want: want)
}

testcase range_until_now {
    got = times |> range(start: -1h) |> keep(columns: ["n"])
    want = array.from(rows: [{n: 2}, {n: 4}])

    testing.diff(got: got, want: want)
}

testcase range_by_seconds_since_1970 {
    got = times |> range(start: 1709290800, stop: 1709294400) |> keep(columns: ["n"])
    want = array.from(rows: [{n: 2}, {n: 4}])

    testing.diff(got: got, want: want)
}

testcase range_adds_its_bounds_to_the_group_key {
    got = times |> range(start: -30m) |> sum(column: "n")
    want =
        array.from(rows: [{_start: 2024-03-01T11:30:00Z, _stop: 2024-03-01T12:00:00Z, n: 4}])
            |> group(columns: ["_start", "_stop"])

    testing.diff(got: got, want: want)
}

testcase range_keeps_a_table_without_rows {
    got =
        times
            |> range(start: 2025-01-01T00:00:00Z, stop: 2025-01-02T00:00:00Z)
            |> count(column: "n")
    want =
        array.from(rows: [{_start: 2025-01-01T00:00:00Z, _stop: 2025-01-02T00:00:00Z, n: 0}])
            |> group(columns: ["_start", "_stop"])

    testing.diff(got: got, want: want)
}

testcase range_without_a_time_column {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{n: 1}])
                |> debug.opaque()
                |> range(start: -1h)
                |> tableFind(fn: (key) => true),
        want: /time column _time doesn't exist$/,
    )
}

testcase range_of_a_time_column_of_another_type {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_time: "noon"}])
                |> debug.opaque()
                |> range(start: -1h)
                |> tableFind(fn: (key) => true),
        want: /_time is not of type time/,
    )
}
