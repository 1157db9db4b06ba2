package hash_test

import "array"
import "contrib/qxip/hash"
import "internal/debug"
import "testing"

// The checksums of an empty text and of one word, as other tools compute them.
testcase checksums_of_an_empty_text {
    got = [hash.md5(v: ""), hash.sha1(v: ""), hash.xxhash64(v: ""), hash.b64(v: "")]
    want = [
        "d41d8cd98f00b204e9800998ecf8427e",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "17241709254077376921",
        "",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase md5_of_text {
    testing.assertEqualValues(got: hash.md5(v: "Flux"), want: "1c30b35b12895df175ccd44dbb6f5ace")
}

testcase sha1_of_text {
    testing.assertEqualValues(
        got: hash.sha1(v: "Flux"),
        want: "889e1c2f5289eea716835fde0adffaefad64d56f",
    )
}

testcase sha256_of_text {
    testing.assertEqualValues(
        got: hash.sha256(v: "Flux"),
        want: "f5edfb1fdf449300af6a0e1a089a2fece6de4649f3b7c9df885abf7662fe31e3",
    )
}

testcase b64_pads {
    testing.assertEqualValues(got: hash.b64(v: "Flux é"), want: "Rmx1eCDDqQ==")
}

testcase b64_has_the_letters_for_addresses {
    testing.assertEqualValues(got: hash.b64(v: "~~~???"), want: "fn5-Pz8_")
}

testcase hmac_signs_with_sha1 {
    testing.assertEqualValues(
        got: hash.hmac(v: "Flux", k: "key"),
        want: "0Pn7XUdPQbqTExZJnXENgyCUF6Y=",
    )
}

testcase xxhash64_and_cityhash64_are_decimal {
    got = [hash.xxhash64(v: "Flux"), hash.cityhash64(v: "Flux")]

    testing.assertEqualValues(
        got: got[0] =~ /^\d+$/ and got[1] =~ /^\d+$/ and got[0] != got[1],
        want: true,
    )
}

testcase checksums_of_null_are_null {
    none = debug.null(type: "string")
    got =
        array.from(rows: [{v: none}])
            |> map(
                fn: (r) => ({
                    a: hash.md5(v: r.v),
                    b: hash.sha1(v: r.v),
                    c: hash.sha256(v: r.v),
                    d: hash.xxhash64(v: r.v),
                    e: hash.cityhash64(v: r.v),
                    f: hash.b64(v: r.v),
                }),
            )
    want = array.from(rows: [{
        a: none,
        b: none,
        c: none,
        d: none,
        e: none,
        f: none,
    }])

    testing.diff(got: got, want: want)
}

testcase md5_refuses_numbers {
    testing.shouldError(fn: () => hash.md5(v: 1), want: /hash cannot convert int to md5/)
}

testcase hmac_refuses_a_key_that_is_no_text {
    testing.shouldError(fn: () => hash.hmac(v: 1, k: 1), want: /hmac/)
}
