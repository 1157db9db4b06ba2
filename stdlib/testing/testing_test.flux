package testing_test

import "array"
import "experimental"
import "internal/debug"
import "math"
import "testing"

data = array.from(rows: [{t: "a", _value: 1.0}, {t: "b", _value: 2.0}]) |> group(columns: ["t"])
none = debug.null(type: "float")

// The differences, of which diff makes the result that fails a test.
differences = (got, want) => experimental.diff(got: got, want: want)

testcase diff_of_equal_streams_is_empty {
    testing.diff(got: data, want: data)
}

testcase diff_takes_values_for_equal_that_differ_little {
    one = (v) => array.from(rows: [{_value: v}])

    testing.diff(got: one(v: 1.0), want: one(v: 1.0000001))
}

testcase diff_takes_nulls_and_nans_for_equal {
    rows = array.from(rows: [{_value: none}, {_value: math.NaN()}])

    testing.diff(
        got: rows,
        want: rows,
        verbose: true,
        epsilon: 0.0,
        nansEqual: false,
    )
}

testcase diff_shows_what_only_one_side_has {
    got = differences(got: data, want: data |> filter(fn: (r) => r.t == "a"))
    want =
        array.from(rows: [{_diff: "+", t: "b", _value: 2.0}])
            |> group(columns: ["t"])

    testing.diff(
        got: got |> rename(columns: {_diff: "d"}) |> debug.opaque(),
        want: want |> rename(columns: {_diff: "d"}) |> debug.opaque(),
    )
}

testcase assertEquals_of_equal_streams_hands_them_on {
    testing.diff(got: data |> testing.assertEquals(name: "same", want: data), want: data)
}

testcase assertEquals_of_other_streams_fails {
    testing.shouldError(
        fn: () =>
            data
                |> testing.assertEquals(name: "other", want: data |> filter(fn: (r) => r.t == "a"))
                |> findRecord(fn: (key) => true, idx: 0),
        want: /other/,
    )
}

testcase assertEmpty_of_a_stream_without_rows {
    data |> filter(fn: (r) => r.t == "z") |> testing.assertEmpty()
}

testcase assertEmpty_of_rows_fails {
    testing.shouldError(
        fn: () => data |> testing.assertEmpty() |> findRecord(fn: (key) => true, idx: 0),
        want: /empty/,
    )
}

testcase assertEqualValues_of_equal_times {
    testing.assertEqualValues(got: 2024-01-01T00:00:00Z, want: time(v: "2024-01-01"))
}

testcase assertEqualValues_of_nulls {
    testing.assertEqualValues(got: none, want: none)
}

testcase shouldError_compares_the_message {
    testing.shouldError(fn: () => die(msg: "out of milk"), want: /milk/)
}

testcase shouldError_fails_for_a_function_that_does_not {
    testing.shouldError(
        fn: () => testing.shouldError(fn: () => 1, want: /x/),
        want: /shouldError expected an error/,
    )
}

testcase load_hands_its_input_on {
    testing.diff(got: data |> testing.load(), want: data)
}

testcase load_can_be_replaced {
    option testing.load = (tables=<-) => tables |> limit(n: 0)

    data |> testing.load() |> testing.assertEmpty()
}

testcase tags_are_none_until_they_are_set {
    testing.assertEqualValues(got: length(arr: testing.tags), want: 0)
}
