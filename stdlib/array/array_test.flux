package array_test

import "array"
import "internal/debug"
import "testing"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase from_takes_nulls {
    got =
        array.from(rows: [{a: 1, b: debug.null(type: "string")}, {a: 2, b: "x"}])
            |> count(column: "b")
    want = array.from(rows: [{b: 2}])

    testing.diff(got: got, want: want)
}

testcase from_makes_one_table_without_a_group_key {
    got =
        array.from(rows: [{a: 1}, {a: 2}, {a: 3}])
            |> map(fn: (r) => ({r with one: 1}))
            |> sum(column: "one")

    testing.diff(got: got, want: array.from(rows: [{one: 3}]))
}

testcase from_takes_each_type_of_column {
    row = {
        a: 1,
        b: uint(v: 2),
        c: 3.5,
        d: "x",
        e: true,
        f: 2024-01-01T00:00:00Z,
    }
    got = array.from(rows: [row]) |> findRecord(fn: (key) => true, idx: 0)

    testing.assertEqualValues(got: got == row, want: true)
}

testcase from_refuses_values_that_are_no_columns {
    testing.shouldError(
        fn: () => array.from(rows: [{d: 1h}]),
        want: /cannot represent the type duration/,
    )
}

testcase from_refuses_arrays_as_values {
    testing.shouldError(fn: () => array.from(rows: [{d: [1]}]), want: /cannot represent the type/)
}

testcase from_refuses_no_rows {
    testing.shouldError(fn: () => array.from(rows: []), want: /rows must be non-empty/)
}

testcase from_can_be_piped_into {
    testing.diff(got: [{a: 1}] |> array.from(), want: array.from(rows: [{a: 1}]))
}

testcase concat_map_and_filter {
    numbers = array.concat(arr: [1, 2], v: [3])
    squares = numbers |> array.map(fn: (x) => ({v: x * x})) |> array.filter(fn: (x) => x.v > 1)

    testing.diff(got: array.from(rows: squares), want: array.from(rows: [{v: 4}, {v: 9}]))
}

testcase concat_keeps_the_order {
    same(pairs: [
        {got: array.concat(arr: ["a"], v: ["b", "c"]) == ["a", "b", "c"], want: true},
        {got: array.concat(arr: ["a"], v: []) == ["a"], want: true},
        {got: array.concat(arr: [], v: ["a"]) == ["a"], want: true},
        {got: length(arr: array.concat(arr: [], v: [])) == 0, want: true},
        {got: ["a"] |> array.concat(v: ["a"]) == ["a", "a"], want: true},
    ])
}

testcase concat_leaves_its_arguments_as_they_are {
    short = [1]
    long = short |> array.concat(v: [2])

    testing.assertEqualValues(got: length(arr: short) * 10 + length(arr: long), want: 12)
}

testcase filter_keeps_the_order {
    same(pairs: [
        {got: array.filter(arr: [3, 1, 2], fn: (x) => x > 1) == [3, 2], want: true},
        {got: length(arr: array.filter(arr: [1, 2], fn: (x) => x > 9)) == 0, want: true},
        {got: array.filter(arr: [1, 2], fn: (x) => true) == [1, 2], want: true},
        {got: length(arr: array.filter(arr: [], fn: (x) => x == 1)) == 0, want: true},
    ])
}

testcase map_can_change_the_type {
    same(pairs: [
        {got: array.map(arr: [1, 2], fn: (x) => string(v: x)) == ["1", "2"], want: true},
        {got: array.map(arr: [1, 2], fn: (x) => ({n: x})) == [{n: 1}, {n: 2}], want: true},
        {got: array.map(arr: [[1], [2, 3]], fn: (x) => length(arr: x)) == [1, 2], want: true},
        {got: length(arr: array.map(arr: [], fn: (x) => x + 1)) == 0, want: true},
    ])
}

testcase map_sees_values_around_it {
    factor = 3

    testing.assertEqualValues(got: [1, 2] |> array.map(fn: (x) => x * factor) == [3, 6], want: true)
}

testcase an_error_in_the_function_of_map_stops_it {
    testing.shouldError(fn: () => array.map(arr: [1, 0], fn: (x) => 1 / x), want: /divide by zero/)
}

testcase length_and_contains {
    testing.assertEqualValues(
        got: length(arr: [7, 8]) == 2 and contains(value: 8, set: [7, 8]),
        want: true,
    )
}

testcase an_index_beyond_the_end_is_an_error {
    testing.shouldError(fn: () => [1, 2][2], want: /cannot access element 2 of array of length 2/)
}
