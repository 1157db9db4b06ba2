package json_test

import "array"
import "experimental/json"
import "testing"

parse = (v) => json.parse(data: bytes(v: v))

testcase parse_reads_numbers_as_floats {
    testing.assertEqualValues(got: parse(v: "[1, 2.5, -3e2]")[2] + 1.0, want: -299.0)
}

testcase parse_reads_objects_as_records {
    got = parse(v: "{\"name\": \"ann\", \"pets\": [{\"kind\": \"cat\"}], \"old\": true}")

    testing.diff(
        got: array.from(rows: [{n: got.name, k: got.pets[0].kind, o: got.old}]),
        want: array.from(rows: [{n: "ann", k: "cat", o: true}]),
    )
}

testcase parse_takes_the_last_of_equal_keys {
    testing.assertEqualValues(got: parse(v: "{\"a\": 1, \"a\": 2}").a, want: 2.0)
}

testcase parse_reads_escapes {
    testing.assertEqualValues(got: parse(v: "\"\\u00e9\\n\\\\\""), want: "é\n\\")
}

testcase parse_reads_null {
    testing.assertEqualValues(got: exists parse(v: "null"), want: false)
}

testcase parse_of_an_empty_array {
    testing.assertEqualValues(got: length(arr: parse(v: "[]")), want: 0)
}

testcase parse_refuses_arrays_of_several_types {
    testing.shouldError(
        fn: () => parse(v: "[1, \"a\"]"),
        want: /array values must all be the same type/,
    )
}

testcase parse_refuses_nothing {
    testing.shouldError(fn: () => parse(v: ""), want: /unexpected end of JSON input/)
}

testcase parse_refuses_what_is_cut_off {
    testing.shouldError(fn: () => parse(v: "{\"a\": "), want: /unexpected end of JSON input/)
}

testcase parse_refuses_a_second_value {
    testing.shouldError(
        fn: () => parse(v: "1 2"),
        want: /invalid character '2' after top-level value/,
    )
}

testcase parse_gives_values_whose_type_shows_when_they_are_used {
    testing.shouldError(fn: () => parse(v: "{\"a\": 1}").a + 1, want: /float/)
}

testcase parse_works_in_rows {
    got =
        array.from(rows: [{v: "{\"n\": 1}"}, {v: "{\"n\": 2}"}])
            |> map(fn: (r) => ({n: parse(v: r.v).n * 2.0}))

    testing.diff(got: got, want: array.from(rows: [{n: 2.0}, {n: 4.0}]))
}
