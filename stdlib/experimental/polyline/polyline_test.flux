package polyline_test

import "array"
import "experimental/polyline"
import "internal/debug"
import "testing"

// A line that goes up straight, stays, and has one peak.
curve = array.from(
    rows: [
        {_time: 2024-01-01T00:00:00Z, _value: 0.0},
        {_time: 2024-01-01T00:00:01Z, _value: 1.0},
        {_time: 2024-01-01T00:00:02Z, _value: 2.0},
        {_time: 2024-01-01T00:00:03Z, _value: 3.0},
        {_time: 2024-01-01T00:00:04Z, _value: 9.0},
        {_time: 2024-01-01T00:00:05Z, _value: 3.0},
        {_time: 2024-01-01T00:00:06Z, _value: 3.0},
    ],
)

values = (tables=<-) => tables |> keep(columns: ["_value"]) |> debug.opaque()
list = (arr) => array.from(rows: arr |> array.map(fn: (x) => ({_value: x}))) |> debug.opaque()

testcase rdp_drops_points_on_a_straight_line {
    testing.diff(
        got: curve |> polyline.rdp(epsilon: 0.5) |> values(),
        want: list(arr: [
            0.0,
            3.0,
            9.0,
            3.0,
            3.0,
        ]),
    )
}

testcase rdp_with_a_large_tolerance_keeps_the_ends {
    testing.diff(
        got: curve |> polyline.rdp(epsilon: 100.0) |> values(),
        want: list(arr: [0.0, 3.0]),
    )
}

testcase rdp_of_two_points_keeps_both {
    testing.diff(
        got: curve |> limit(n: 2) |> polyline.rdp(epsilon: 5.0) |> values(),
        want: list(arr: [0.0, 1.0]),
    )
}

testcase rdp_keeps_a_share_of_the_points {
    got = curve |> polyline.rdp(retention: 50.0) |> count() |> keep(columns: ["_value"])

    testing.diff(
        got: got |> debug.opaque(),
        want: array.from(rows: [{_value: 3}]) |> debug.opaque(),
    )
}

testcase rdp_computes_a_tolerance_if_none_is_given {
    curve
        |> polyline.rdp()
        |> count()
        |> filter(fn: (r) => r._value < 2 or r._value > 7)
        |> testing.assertEmpty()
}

testcase rdp_reads_other_columns_and_names_the_result_as_always {
    testing.diff(
        got:
            curve
                |> rename(columns: {_time: "at", _value: "height"})
                |> polyline.rdp(valColumn: "height", timeColumn: "at", epsilon: 0.5)
                |> values(),
        want: list(arr: [
            0.0,
            3.0,
            9.0,
            3.0,
            3.0,
        ]),
    )
}

testcase rdp_refuses_two_tolerances {
    testing.shouldError(
        fn: () =>
            curve
                |> polyline.rdp(epsilon: 1.0, retention: 50.0)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /epsilon|retention/,
    )
}

testcase rdp_refuses_a_column_of_texts {
    testing.shouldError(
        fn: () =>
            curve
                |> map(fn: (r) => ({r with _value: "x"}))
                |> polyline.rdp(epsilon: 1.0)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /_value|string/,
    )
}

testcase rdp_of_nothing_is_nothing {
    curve
        |> filter(fn: (r) => r._value > 99.0)
        |> polyline.rdp(epsilon: 1.0)
        |> testing.assertEmpty()
}
