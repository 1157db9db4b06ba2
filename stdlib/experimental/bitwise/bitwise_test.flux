package bitwise_test

import "array"
import "experimental/bitwise"
import "testing"

six = uint(v: 6)
three = uint(v: 3)

testcase functions_of_signed_numbers {
    got = [
        bitwise.sand(a: 6, b: 3),
        bitwise.sor(a: 6, b: 3),
        bitwise.sxor(a: 6, b: 3),
        bitwise.sclear(a: 6, b: 3),
        bitwise.snot(a: 6),
        bitwise.slshift(a: 6, b: 3),
        bitwise.srshift(a: -6, b: 1),
    ]
    want = [
        2,
        7,
        5,
        4,
        -7,
        48,
        -3,
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase functions_of_unsigned_numbers {
    got = [
        bitwise.uand(a: six, b: three),
        bitwise.uor(a: six, b: three),
        bitwise.uxor(a: six, b: three),
        bitwise.uclear(a: six, b: three),
        bitwise.unot(a: uint(v: 0)),
        bitwise.ulshift(a: six, b: three),
        bitwise.urshift(a: six, b: uint(v: 1)),
    ]
    want = [
        "2",
        "7",
        "5",
        "4",
        "18446744073709551615",
        "48",
        "3",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: uint(v: x)}))),
    )
}

testcase shifts_by_more_bits_than_there_are {
    testing.diff(
        got: array.from(
            rows: [
                {
                    a: bitwise.slshift(a: 1, b: 64),
                    b: bitwise.srshift(a: -1, b: 64),
                    c: bitwise.urshift(a: six, b: uint(v: 100)),
                },
            ],
        ),
        want: array.from(rows: [{a: 0, b: -1, c: uint(v: 0)}]),
    )
}

testcase functions_work_in_rows {
    got =
        array.from(rows: [{v: 5}, {v: 8}])
            |> map(fn: (r) => ({odd: bitwise.sand(a: r.v, b: 1) == 1}))

    testing.diff(got: got, want: array.from(rows: [{odd: true}, {odd: false}]))
}
