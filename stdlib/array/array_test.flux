package array_test

import "array"
import "internal/debug"
import "testing"

testcase from_takes_nulls {
    got =
        array.from(rows: [{a: 1, b: debug.null(type: "string")}, {a: 2, b: "x"}])
            |> count(column: "b")
    want = array.from(rows: [{b: 2}])

    testing.diff(got: got, want: want)
}

testcase from_refuses_values_that_are_no_columns {
    testing.shouldError(
        fn: () => array.from(rows: [{d: 1h}]),
        want: /cannot represent the type duration/,
    )
}

testcase concat_map_and_filter {
    numbers = array.concat(arr: [1, 2], v: [3])
    squares = numbers |> array.map(fn: (x) => ({v: x * x})) |> array.filter(fn: (x) => x.v > 1)

    testing.diff(got: array.from(rows: squares), want: array.from(rows: [{v: 4}, {v: 9}]))
}

testcase length_and_contains {
    testing.assertEqualValues(
        got: length(arr: [7, 8]) == 2 and contains(value: 8, set: [7, 8]),
        want: true,
    )
}
