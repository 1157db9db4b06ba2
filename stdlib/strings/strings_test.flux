package strings_test

import "array"
import "internal/debug"
import "strings"
import "testing"

// same compares pairs of a text that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase letter_case {
    same(
        pairs: [
            {got: strings.toUpper(v: "straße"), want: "STRAßE"},
            {got: strings.toLower(v: "ÄB"), want: "äb"},
            {got: strings.title(v: "a tale of two"), want: "A Tale Of Two"},
        ],
    )
}

testcase trimming {
    same(
        pairs: [
            {got: strings.trim(v: "..a.b..", cutset: "."), want: "a.b"},
            {got: strings.trimLeft(v: "xxyx", cutset: "x"), want: "yx"},
            {got: strings.trimRight(v: "xxyx", cutset: "x"), want: "xxy"},
            {got: strings.trimSpace(v: " \t a b \n"), want: "a b"},
            {got: strings.trimPrefix(v: "prefix", prefix: "pre"), want: "fix"},
            {got: strings.trimPrefix(v: "prefix", prefix: "fix"), want: "prefix"},
            {got: strings.trimSuffix(v: "suffix", suffix: "fix"), want: "suf"},
        ],
    )
}

testcase parts_and_wholes {
    same(
        pairs: [
            {got: strings.joinStr(arr: strings.split(v: "a,b,c", t: ","), v: "-"), want: "a-b-c"},
            {got: strings.substring(v: "temperature", start: 0, end: 4), want: "temp"},
            {got: strings.repeat(v: "ab", i: 3), want: "ababab"},
            {got: strings.replace(v: "aaa", t: "a", u: "b", i: 2), want: "bba"},
            {got: strings.replaceAll(v: "aaa", t: "a", u: "b"), want: "bbb"},
        ],
    )
}

testcase questions {
    testing.diff(
        got: array.from(
            rows: [
                {n: 1, v: strings.hasPrefix(v: "room 1", prefix: "room")},
                {n: 2, v: strings.hasSuffix(v: "room 1", suffix: "2")},
                {n: 3, v: strings.containsStr(v: "room 1", substr: "m 1")},
                {n: 4, v: strings.containsAny(v: "room", chars: "xyz")},
                {n: 5, v: strings.equalFold(v: "Go", t: "GO")},
                {n: 6, v: strings.isDigit(v: "7")},
                {n: 7, v: strings.isUpper(v: "a")},
            ],
        ),
        want: array.from(
            rows: [
                {n: 1, v: true},
                {n: 2, v: false},
                {n: 3, v: true},
                {n: 4, v: false},
                {n: 5, v: true},
                {n: 6, v: true},
                {n: 7, v: false},
            ],
        ),
    )
}

testcase lengths_and_places {
    testing.diff(
        got: array.from(
            rows: [
                {n: 1, v: strings.strlen(v: "naïve")},
                {n: 2, v: strings.countStr(v: "banana", substr: "an")},
                {n: 3, v: strings.index(v: "banana", substr: "n")},
                {n: 4, v: strings.lastIndex(v: "banana", substr: "n")},
                {n: 5, v: strings.index(v: "banana", substr: "x")},
                {n: 6, v: strings.compare(v: "a", t: "b")},
            ],
        ),
        want: array.from(
            rows: [
                {n: 1, v: 5},
                {n: 2, v: 2},
                {n: 3, v: 2},
                {n: 4, v: 4},
                {n: 5, v: -1},
                {n: 6, v: -1},
            ],
        ),
    )
}

testcase substring_past_the_end_is_cut {
    testing.assertEqualValues(got: strings.substring(v: "abc", start: 1, end: 9), want: "bc")
}

testcase a_null_is_refused_outside_of_rows {
    testing.shouldError(
        fn: () => strings.toUpper(v: debug.null(type: "string")),
        want: /null|string/,
    )
}
