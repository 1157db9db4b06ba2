package interpolate_test

import "array"
import "internal/debug"
import "interpolate"
import "testing"

testcase linear_fills_the_windows_without_rows {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 10.0},
                {_time: 2024-01-03T00:00:00Z, _value: 30.0},
                {_time: 2024-01-04T00:00:00Z, _value: 20.0},
            ],
        )
            |> interpolate.linear(every: 1d)
    want = array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, _value: 10.0},
            {_time: 2024-01-02T00:00:00Z, _value: 20.0},
            {_time: 2024-01-03T00:00:00Z, _value: 30.0},
            {_time: 2024-01-04T00:00:00Z, _value: 20.0},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase linear_leaves_series_apart {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, t: "a", _value: 0.0},
                {_time: 2024-01-01T00:02:00Z, t: "a", _value: 2.0},
                {_time: 2024-01-01T00:00:00Z, t: "b", _value: 7.0},
            ],
        )
            |> group(columns: ["t"])
            |> interpolate.linear(every: 1m)
            |> group()
            |> keep(columns: ["t", "_value"])
    want = array.from(
        rows: [
            {t: "a", _value: 0.0},
            {t: "a", _value: 1.0},
            {t: "a", _value: 2.0},
            {t: "b", _value: 7.0},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase linear_needs_floats {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_time: 2024-01-01T00:00:00Z, _value: "x"}])
                |> debug.opaque()
                |> interpolate.linear(every: 1m)
                |> tableFind(fn: (key) => true),
        want: /cannot interpolate string/,
    )
}

testcase linear_needs_times {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_value: 1.0}])
                |> debug.opaque()
                |> interpolate.linear(every: 1m)
                |> tableFind(fn: (key) => true),
        want: /_time/,
    )
}
