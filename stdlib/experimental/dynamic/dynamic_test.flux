package dynamic_test

import "array"
import "experimental/dynamic"
import "internal/debug"
import "testing"

parse = (v) => dynamic.jsonParse(data: bytes(v: v))
encode = (v) => string(v: dynamic.jsonEncode(v: v))

testcase dynamic_wraps_what_is_inside {
    d = dynamic.dynamic(v: {a: [1, 2], b: {c: "x"}})

    testing.assertEqualValues(got: encode(v: d), want: "{\"a\":[1,2],\"b\":{\"c\":\"x\"}}")
}

testcase dynamic_of_a_dynamic_value_is_the_same {
    d = dynamic.dynamic(v: dynamic.dynamic(v: 1))

    testing.assertEqualValues(got: dynamic.isType(v: d, type: "int"), want: true)
}

testcase members_are_dynamic_and_may_be_missing {
    d = parse(v: "{\"a\": {\"b\": 1}}")

    testing.assertEqualValues(
        got: "${exists d.a.b} ${exists d.nope} ${int(v: d.a.b)}",
        want: "true false 1",
    )
}

testcase members_of_other_values_fail {
    testing.shouldError(
        fn: () => dynamic.dynamic(v: 1).a,
        want: /cannot access property "a" on a dynamic value of type int/,
    )
}

testcase asArray_gives_the_elements {
    got = parse(v: "[1, \"a\", null]") |> dynamic.asArray()

    testing.assertEqualValues(
        got: "${length(arr: got)} ${string(v: got[1])} ${exists got[2]}",
        want: "3 a false",
    )
}

testcase asArray_refuses_other_values {
    testing.shouldError(
        fn: () => dynamic.dynamic(v: 1) |> dynamic.asArray(),
        want: /unable to convert int to array/,
    )
}

testcase isType_knows_each_type {
    got =
        [
            dynamic.isType(v: dynamic.dynamic(v: 1), type: "int"),
            dynamic.isType(v: dynamic.dynamic(v: 1), type: "float"),
            dynamic.isType(v: parse(v: "1"), type: "float"),
            dynamic.isType(v: parse(v: "{}"), type: "object"),
            dynamic.isType(v: parse(v: "[]"), type: "array"),
            dynamic.isType(v: parse(v: "null"), type: "null"),
            dynamic.isType(v: dynamic.dynamic(v: 1h), type: "duration"),
        ]
            |> array.map(fn: (x) => ({v: x}))
    want =
        [
            true,
            false,
            true,
            true,
            true,
            false,
            true,
        ]
            |> array.map(fn: (x) => ({v: x}))

    testing.diff(got: array.from(rows: got), want: array.from(rows: want))
}

testcase jsonParse_and_jsonEncode_are_inverse {
    text = "{\"a\":[1,\"x\",null,true,{\"b\":[]}]}"

    testing.assertEqualValues(got: encode(v: parse(v: text)), want: text)
}

testcase jsonEncode_sorts_keys_and_escapes_html {
    testing.assertEqualValues(
        got: encode(v: dynamic.dynamic(v: {b: "<b>", a: 1})),
        want: "{\"a\":1,\"b\":\"\\u003cb\\u003e\"}",
    )
}

testcase jsonParse_refuses_what_is_no_json {
    testing.shouldError(fn: () => parse(v: "{a"), want: /invalid character 'a'/)
}

testcase dynamic_of_null_does_not_exist {
    testing.assertEqualValues(got: exists dynamic.dynamic(v: debug.null(type: "int")), want: false)
}
