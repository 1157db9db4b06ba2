package bitwise_test

import "array"
import "bitwise"
import "internal/debug"
import "testing"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase operators_of_ints {
    same(pairs: [
        {got: bitwise.sand(a: 12, b: 10), want: 8},
        {got: bitwise.sor(a: 12, b: 10), want: 14},
        {got: bitwise.sxor(a: 12, b: 10), want: 6},
        {got: bitwise.sclear(a: 12, b: 10), want: 4},
        {got: bitwise.snot(a: 12), want: -13},
    ])
}

testcase operators_of_negative_ints {
    same(pairs: [
        {got: bitwise.sand(a: -1, b: 255), want: 255},
        {got: bitwise.sor(a: -8, b: 3), want: -5},
        {got: bitwise.sxor(a: -1, b: 0), want: -1},
        {got: bitwise.sclear(a: -1, b: 1), want: -2},
        {got: bitwise.snot(a: -1), want: 0},
        {got: bitwise.snot(a: 0), want: -1},
    ])
}

testcase operators_of_uints {
    same(pairs: [
        {got: bitwise.uand(a: uint(v: "12"), b: uint(v: "10")), want: uint(v: "8")},
        {got: bitwise.uor(a: uint(v: "12"), b: uint(v: "10")), want: uint(v: "14")},
        {got: bitwise.uxor(a: uint(v: "12"), b: uint(v: "10")), want: uint(v: "6")},
        {got: bitwise.uclear(a: uint(v: "12"), b: uint(v: "10")), want: uint(v: "4")},
        {got: bitwise.unot(a: uint(v: "0")), want: uint(v: "18446744073709551615")},
        {got: bitwise.unot(a: uint(v: "18446744073709551615")), want: uint(v: "0")},
    ])
}

testcase shifts_of_ints_keep_the_sign_to_the_right {
    same(pairs: [
        {got: bitwise.slshift(a: 1, b: 4), want: 16},
        {got: bitwise.slshift(a: 1, b: 0), want: 1},
        {got: bitwise.slshift(a: 1, b: 62), want: 4611686018427387904},
        {got: bitwise.slshift(a: 3, b: 63) + 1, want: -9223372036854775807},
        {got: bitwise.srshift(a: 16, b: 3), want: 2},
        {got: bitwise.srshift(a: -16, b: 3), want: -2},
        {got: bitwise.srshift(a: -1, b: 63), want: -1},
    ])
}

testcase shifts_by_all_bits_or_more {
    same(pairs: [
        {got: bitwise.slshift(a: 5, b: 64), want: 0},
        {got: bitwise.slshift(a: 5, b: 1000), want: 0},
        {got: bitwise.srshift(a: 5, b: 64), want: 0},
        {got: bitwise.srshift(a: -5, b: 64), want: -1},
        {got: bitwise.srshift(a: -5, b: 9223372036854775807), want: -1},
    ])
}

testcase shifts_of_uints {
    same(pairs: [
        {
            got: bitwise.ulshift(a: uint(v: "1"), b: uint(v: "63")),
            want: uint(v: "9223372036854775808"),
        },
        {got: bitwise.ulshift(a: uint(v: "3"), b: uint(v: "64")), want: uint(v: "0")},
        {
            got: bitwise.urshift(a: uint(v: "9223372036854775808"), b: uint(v: "63")),
            want: uint(v: "1"),
        },
        {got: bitwise.urshift(a: uint(v: "1"), b: uint(v: "64")), want: uint(v: "0")},
        {
            got: bitwise.urshift(a: uint(v: "18446744073709551615"), b: uint(v: "60")),
            want: uint(v: "15"),
        },
    ])
}

testcase a_negative_shift_to_the_left_is_refused {
    testing.shouldError(
        fn: () => bitwise.slshift(a: 1, b: -1),
        want: /must not be negative, but it is -1/,
    )
}

testcase a_negative_shift_to_the_right_is_refused {
    testing.shouldError(fn: () => bitwise.srshift(a: 1, b: -1), want: /must not be negative/)
}

testcase a_null_is_refused {
    testing.shouldError(fn: () => bitwise.sand(a: debug.null(type: "int"), b: 1), want: /null|int/)
}

testcase bits_of_a_column {
    got =
        array.from(rows: [{v: 1}, {v: 2}, {v: 7}])
            |> map(fn: (r) => ({v: bitwise.sand(a: r.v, b: 3), w: bitwise.slshift(a: r.v, b: 1)}))
    want = array.from(rows: [{v: 1, w: 2}, {v: 2, w: 4}, {v: 3, w: 14}])

    testing.diff(got: got, want: want)
}
