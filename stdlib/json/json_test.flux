package json_test

import "array"
import "internal/debug"
import "json"
import "math"
import "testing"

text = (v) => string(v: json.encode(v: v))

testcase encode_writes_each_type {
    got = [
        text(v: 1),
        text(v: 1.0),
        text(v: 2.5),
        text(v: true),
        text(v: "a\"b"),
        text(v: 1h30m),
        text(v: 2024-01-01T00:00:00Z),
        text(v: uint(v: 7)),
        text(v: debug.null(type: "int")),
        text(v: [1, 2]),
        text(v: []),
        text(v: {}),
    ]
    want = [
        "1",
        "1",
        "2.5",
        "true",
        "\"a\\\"b\"",
        "\"1h30m\"",
        "\"2024-01-01T00:00:00Z\"",
        "7",
        "null",
        "[1,2]",
        "[]",
        "{}",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase encode_sorts_properties_at_every_depth {
    testing.assertEqualValues(
        got: text(v: {b: {d: 1, c: [{z: 1, y: 2}]}, a: 0}),
        want: "{\"a\":0,\"b\":{\"c\":[{\"y\":2,\"z\":1}],\"d\":1}}",
    )
}

testcase encode_escapes_what_html_would_read {
    testing.assertEqualValues(got: text(v: "<a&b>"), want: "\"\\u003ca\\u0026b\\u003e\"")
}

testcase encode_writes_very_large_and_small_numbers_with_an_exponent {
    testing.assertEqualValues(
        got: text(v: [10.0 ^ 21.0, 10.0 ^ 20.0, 0.000001, 0.0000001]),
        want: "[1e+21,100000000000000000000,0.000001,1e-7]",
    )
}

testcase encode_writes_a_dictionary_as_an_object {
    testing.assertEqualValues(got: text(v: [10: "a", 9: "b"]), want: "{\"10\":\"a\",\"9\":\"b\"}")
}

testcase encode_refuses_functions {
    testing.shouldError(
        fn: () => json.encode(v: {f: (x) => x}),
        want: /cannot encode a function value/,
    )
}

testcase encode_refuses_numbers_that_are_none {
    testing.shouldError(fn: () => json.encode(v: math.NaN()), want: /unsupported value: NaN/)
}

testcase encode_works_in_rows {
    got = array.from(rows: [{a: 1, b: "x"}, {a: 2, b: "y"}]) |> map(fn: (r) => ({v: text(v: r)}))

    testing.diff(
        got: got,
        want: array.from(rows: [{v: "{\"a\":1,\"b\":\"x\"}"}, {v: "{\"a\":2,\"b\":\"y\"}"}]),
    )
}
