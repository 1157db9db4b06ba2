package hex_test

import "array"
import "contrib/bonitoo-io/hex"
import "internal/debug"
import "testing"

testcase int_reads_digits_with_prefix_and_sign {
    got =
        [
            "0",
            "1f",
            "0xFF",
            "-0x10",
            "7fffffffffffffff",
        ]
            |> array.map(fn: (x) => ({v: hex.int(v: x)}))
    want =
        [
            0,
            31,
            255,
            -16,
            9223372036854775807,
        ]
            |> array.map(fn: (x) => ({v: x}))

    testing.diff(got: array.from(rows: got), want: array.from(rows: want))
}

testcase int_refuses_other_texts {
    testing.shouldError(
        fn: () => hex.int(v: "xyz"),
        want: /cannot convert string "xyz" to int due to invalid syntax/,
    )
}

testcase int_refuses_an_empty_text {
    testing.shouldError(fn: () => hex.int(v: ""), want: /cannot convert string "" to int/)
}

testcase int_refuses_what_is_too_large {
    testing.shouldError(
        fn: () => hex.int(v: "8000000000000000"),
        want: /cannot convert string "8000000000000000" to int/,
    )
}

testcase uint_reads_digits_with_prefix {
    testing.assertEqualValues(
        got: hex.uint(v: "0xffffffffffffffff"),
        want: uint(v: "18446744073709551615"),
    )
}

testcase uint_refuses_a_sign {
    testing.shouldError(fn: () => hex.uint(v: "-1"), want: /cannot convert string "-1" to uint/)
}

testcase string_writes_numbers_and_bytes_in_digits_and_the_rest_as_it_is {
    got = [
        hex.string(v: 255),
        hex.string(v: -1),
        hex.string(v: uint(v: 4096)),
        hex.string(v: bytes(v: "Az")),
        hex.string(v: 1.5),
        hex.string(v: true),
        hex.string(v: "ff"),
        hex.string(v: 1m30s),
    ]
    want = [
        "ff",
        "-1",
        "1000",
        "417a",
        "1.5",
        "true",
        "ff",
        "1m30s",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase string_of_null_is_null {
    testing.assertEqualValues(
        got: hex.string(v: debug.null(type: "int")),
        want: debug.null(type: "string"),
    )
}

testcase bytes_reads_two_digits_each {
    testing.assertEqualValues(got: string(v: hex.bytes(v: "466c7578")), want: "Flux")
}

testcase bytes_of_nothing_are_none {
    testing.assertEqualValues(got: string(v: hex.bytes(v: "")), want: "")
}

testcase bytes_refuses_half_a_byte {
    testing.shouldError(
        fn: () => hex.bytes(v: "abc"),
        want: /cannot convert string "abc" to bytes due to hex decoding error: encoding\/hex: odd length hex string/,
    )
}

testcase bytes_refuses_other_characters {
    testing.shouldError(fn: () => hex.bytes(v: "zz"), want: /cannot convert string "zz" to bytes/)
}

testcase functions_work_in_rows {
    got =
        array.from(rows: [{v: "a"}, {v: debug.null(type: "string")}])
            |> map(
                fn: (r) => ({n: if exists r.v then hex.int(v: r.v) else 0, s: hex.string(v: r.v)}),
            )
    want = array.from(rows: [{n: 10, s: "a"}, {n: 0, s: debug.null(type: "string")}])

    testing.diff(got: got, want: want)
}
