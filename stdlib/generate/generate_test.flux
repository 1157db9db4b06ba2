package generate_test

import "array"
import "generate"
import "testing"

testcase from_spreads_rows_over_time {
    got =
        generate.from(
            count: 4,
            fn: (n) => n * n,
            start: 2024-01-01T00:00:00Z,
            stop: 2024-01-01T00:00:04Z,
        )
            |> keep(columns: ["_time", "_value"])
    want = array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, _value: 0},
            {_time: 2024-01-01T00:00:01Z, _value: 1},
            {_time: 2024-01-01T00:00:02Z, _value: 4},
            {_time: 2024-01-01T00:00:03Z, _value: 9},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase from_of_nothing_is_empty {
    generate.from(count: 0, fn: (n) => n, start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:00:04Z)
        |> testing.assertEmpty()
}

testcase from_takes_durations_from_now {
    option now = () => 2024-01-01T00:00:10Z

    testing.diff(
        got:
            generate.from(count: 1, fn: (n) => 5, start: -10s, stop: 0s)
                |> keep(columns: ["_time"]),
        want: array.from(rows: [{_time: 2024-01-01T00:00:00Z}]),
    )
}

testcase from_fails_with_its_function {
    testing.shouldError(
        fn: () =>
            generate.from(count: 2, fn: (n) => 1 / n, start: -1m, stop: 0s)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /divide by zero/,
    )
}
