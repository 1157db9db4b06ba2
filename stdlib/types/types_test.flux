package types_test

import "array"
import "internal/debug"
import "testing"
import "types"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase isType_knows_the_type_of_each_value {
    same(pairs: [
        {got: types.isType(v: 1, type: "int"), want: true},
        {got: types.isType(v: uint(v: 1), type: "uint"), want: true},
        {got: types.isType(v: 1.5, type: "float"), want: true},
        {got: types.isType(v: "a", type: "string"), want: true},
        {got: types.isType(v: true, type: "bool"), want: true},
        {got: types.isType(v: 1h, type: "duration"), want: true},
        {got: types.isType(v: 2024-01-01T00:00:00Z, type: "time"), want: true},
        {got: types.isType(v: bytes(v: "a"), type: "bytes"), want: true},
        {got: types.isType(v: /a/, type: "regexp"), want: true},
    ])
}

testcase isType_says_no_for_other_types {
    same(pairs: [
        {got: types.isType(v: 1, type: "float"), want: false},
        {got: types.isType(v: 1, type: "uint"), want: false},
        {got: types.isType(v: "1", type: "int"), want: false},
        {got: types.isType(v: 1, type: "Int"), want: false},
        {got: types.isType(v: 1, type: "number"), want: false},
        {got: types.isType(v: 1, type: ""), want: false},
        {got: types.isType(v: 2.0 ^ 2.0, type: "float"), want: true},
    ])
}

testcase a_typed_null_has_its_type {
    same(pairs: [
        {got: types.isType(v: debug.null(type: "int"), type: "int"), want: true},
        {got: types.isType(v: debug.null(type: "int"), type: "string"), want: false},
        {got: types.isNumeric(v: debug.null(type: "float")), want: true},
    ])
}

testcase isNumeric_is_true_for_three_types {
    same(pairs: [
        {got: types.isNumeric(v: 1), want: true},
        {got: types.isNumeric(v: uint(v: 1)), want: true},
        {got: types.isNumeric(v: -0.5), want: true},
        {got: types.isNumeric(v: "1"), want: false},
        {got: types.isNumeric(v: true), want: false},
        {got: types.isNumeric(v: 1h), want: false},
        {got: types.isNumeric(v: 2024-01-01T00:00:00Z), want: false},
    ])
}

testcase in_rows_the_type_is_that_of_the_column {
    got =
        array.from(rows: [{i: 1, s: "a"}, {i: debug.null(type: "int"), s: "2"}])
            |> map(
                fn: (r) => ({
                    i: types.isNumeric(v: r.i),
                    s: types.isNumeric(v: r.s),
                    t: types.isType(v: r.s, type: "string"),
                }),
            )
    want = array.from(rows: [{i: true, s: false, t: true}, {i: true, s: false, t: true}])

    testing.diff(got: got, want: want)
}

testcase columns_of_mixed_streams_are_told_apart {
    streams = union(
        tables: [
            array.from(rows: [{k: "a", v: 1}]) |> group(columns: ["k"]),
            array.from(rows: [{k: "b", v: 2}]) |> group(columns: ["k"]),
        ],
    )

    testing.diff(
        got:
            streams
                |> filter(fn: (r) => types.isType(v: r.v, type: "int"))
                |> count(column: "v")
                |> group()
                |> sum(column: "v"),
        want: array.from(rows: [{v: 2}]),
    )
}
