package events_test

import "array"
import "contrib/tomhollingworth/events"
import "internal/debug"
import "testing"

data =
    array.from(
        rows: [
            {_time: 2024-06-01T08:00:00Z, machine: "a", state: "on"},
            {_time: 2024-06-01T08:10:00Z, machine: "a", state: "off"},
            {_time: 2024-06-01T08:30:00Z, machine: "b", state: "on"},
        ],
    )
        |> group(columns: ["machine"])

want = (first, second, third, label="duration") =>
    array.from(
        rows: [
            {machine: "a", state: "on", value: first},
            {machine: "a", state: "off", value: second},
            {machine: "b", state: "on", value: third},
        ],
    )
        |> group(columns: ["machine"])
        |> rename(columns: {value: label})
        |> debug.opaque()

plain = (tables=<-) =>
    tables |> drop(columns: ["_time", "_start", "_stop", "end"]) |> debug.opaque()

testcase duration_lasts_to_the_next_row_and_then_to_the_stop_of_the_range {
    testing.diff(
        got:
            data
                |> range(start: 2024-06-01T08:00:00Z, stop: 2024-06-01T09:00:00Z)
                |> events.duration(unit: 1m)
                |> plain(),
        want: want(first: 10, second: 50, third: 30),
    )
}

testcase duration_takes_a_stop_and_another_name {
    testing.diff(
        got:
            data
                |> events.duration(unit: 1s, stop: 2024-06-01T08:30:30Z, columnName: "seconds")
                |> plain(),
        want: want(first: 600, second: 1230, third: 30, label: "seconds"),
    )
}

testcase duration_counts_seconds_unless_a_unit_is_given {
    testing.diff(
        got: data |> events.duration(stop: 2024-06-01T08:30:00Z) |> plain(),
        want: want(first: 600, second: 1200, third: 0),
    )
}

testcase duration_reads_times_and_stop_from_other_columns {
    testing.diff(
        got:
            data
                |> map(fn: (r) => ({r with end: 2024-06-01T08:40:00Z}))
                |> rename(columns: {_time: "at"})
                |> events.duration(unit: 1m, timeColumn: "at", stopColumn: "end")
                |> drop(columns: ["at"])
                |> plain(),
        want: want(first: 10, second: 30, third: 10),
    )
}

testcase duration_needs_the_column_with_the_times {
    testing.shouldError(
        fn: () =>
            data
                |> drop(columns: ["_time"])
                |> events.duration(stop: 2024-06-01T09:00:00Z)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /_time/,
    )
}

testcase duration_of_nothing_is_nothing {
    data
        |> filter(fn: (r) => r.machine == "z")
        |> events.duration(stop: 2024-06-01T09:00:00Z)
        |> testing.assertEmpty()
}
