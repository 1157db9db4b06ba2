package universe_test

import "array"
import "internal/debug"
import "testing"

door = array.from(
    rows: [
        {_time: 2024-01-01T00:00:00Z, state: "open"},
        {_time: 2024-01-01T00:00:10Z, state: "open"},
        {_time: 2024-01-01T00:00:30Z, state: "closed"},
        {_time: 2024-01-01T00:01:00Z, state: "open"},
    ],
)

testcase stateDuration_counts_from_the_first_row_of_a_state {
    got =
        door
            |> stateDuration(fn: (r) => r.state == "open", column: "seconds", unit: 1s)
            |> keep(columns: ["seconds"])
            |> debug.opaque()
    want =
        array.from(rows: [{seconds: 0}, {seconds: 10}, {seconds: -1}, {seconds: 0}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase stateDuration_needs_times {
    testing.shouldError(
        fn: () =>
            door
                |> drop(columns: ["_time"])
                |> debug.opaque()
                |> stateDuration(fn: (r) => r.state == "open")
                |> tableFind(fn: (key) => true),
        want: /_time/,
    )
}

testcase stateTracking_gives_both_at_once {
    got =
        door
            |> stateTracking(
                fn: (r) => r.state == "open",
                countColumn: "rows",
                durationColumn: "seconds",
                durationUnit: 1s,
            )
            |> keep(columns: ["rows", "seconds"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {rows: 1, seconds: 0},
                {rows: 2, seconds: 10},
                {rows: -1, seconds: -1},
                {rows: 1, seconds: 0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase stateTracking_keeps_groups_apart {
    got =
        array.from(rows: [{t: "a", up: true}, {t: "b", up: true}, {t: "a", up: true}])
            |> group(columns: ["t"])
            |> stateTracking(fn: (r) => r.up, countColumn: "rows")
            |> max(column: "rows")
            |> group()
            |> keep(columns: ["t", "rows"])
            |> debug.opaque()
    want = array.from(rows: [{t: "a", rows: 2}, {t: "b", rows: 1}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}
