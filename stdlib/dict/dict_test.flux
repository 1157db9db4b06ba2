package dict_test

import "array"
import "dict"
import "internal/debug"
import "testing"

codes = ["de": 49, "fr": 33]

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase get_gives_the_value_or_the_default {
    same(pairs: [
        {got: dict.get(dict: codes, key: "fr", default: 0), want: 33},
        {got: dict.get(dict: codes, key: "xx", default: 1), want: 1},
        {got: dict.get(dict: codes, key: debug.null(type: "string"), default: 7), want: 7},
        {got: dict.get(dict: codes, key: "DE", default: -1), want: -1},
    ])
}

testcase keys_of_other_types {
    same(pairs: [
        {got: dict.get(dict: [1: "one", 2: "two"], key: 2, default: ""), want: "two"},
        {got: dict.get(dict: [2.5: "x"], key: 2.5, default: ""), want: "x"},
        {
            got: dict.get(
                dict: [2024-01-01T00:00:00Z: "new year"],
                key: 2024-01-01T00:00:00Z,
                default: "",
            ),
            want: "new year",
        },
        {got: dict.get(dict: [uint(v: 3): "u"], key: uint(v: 3), default: ""), want: "u"},
        {got: dict.get(dict: [:], key: "a", default: "none"), want: "none"},
    ])
}

testcase insert_and_remove_make_other_dictionaries {
    more = dict.insert(dict: codes, key: "it", value: 39)
    fewer = dict.remove(dict: more, key: "de")

    testing.assertEqualValues(
        got:
            dict.get(dict: codes, key: "it", default: 0)
                + dict.get(dict: more, key: "it", default: 0)
                + dict.get(dict: fewer, key: "de", default: 0),
        want: 39,
    )
}

testcase insert_replaces_and_remove_takes_away {
    same(pairs: [
        {
            got: dict.get(
                dict: dict.insert(dict: codes, key: "de", value: 1),
                key: "de",
                default: 0,
            ),
            want: 1,
        },
        {got: dict.get(dict: dict.remove(dict: codes, key: "de"), key: "de", default: 0), want: 0},
        {got: dict.get(dict: dict.remove(dict: codes, key: "xx"), key: "de", default: 0), want: 49},
        {
            got: dict.get(dict: dict.insert(dict: [:], key: "a", value: 5), key: "a", default: 0),
            want: 5,
        },
    ])
}

testcase fromList_takes_the_last_of_equal_keys {
    testing.assertEqualValues(
        got: dict.get(
            dict: dict.fromList(pairs: [{key: 1, value: "a"}, {key: 1, value: "b"}]),
            key: 1,
            default: "",
        ),
        want: "b",
    )
}

testcase dictionaries_are_shown_in_the_order_of_keys {
    same(pairs: [
        {
            got: display(v: dict.fromList(pairs: [{key: "b", value: 2}, {key: "a", value: 1}])),
            want: "[a: 1, b: 2]",
        },
        {got: display(v: dict.insert(dict: [10: "x"], key: 9, value: "y")), want: "[9: y, 10: x]"},
    ])
}

testcase insert_refuses_a_null_key {
    testing.shouldError(
        fn: () => dict.insert(dict: codes, key: debug.null(type: "string"), value: 1),
        want: /null value cannot be used as a dictionary key/,
    )
}

testcase fromList_refuses_a_null_key {
    testing.shouldError(
        fn: () => dict.fromList(pairs: [{key: debug.null(type: "string"), value: 1}]),
        want: /null value cannot be used as a dictionary key/,
    )
}

testcase get_looks_up_each_row {
    got =
        array.from(rows: [{c: "fr"}, {c: "xx"}, {c: debug.null(type: "string")}])
            |> map(fn: (r) => ({n: dict.get(dict: codes, key: r.c, default: -1)}))

    testing.diff(got: got, want: array.from(rows: [{n: 33}, {n: -1}, {n: -1}]))
}

testcase get_takes_the_default_from_the_row {
    got =
        array.from(rows: [{c: "fr", d: 1}, {c: "xx", d: 2}])
            |> map(fn: (r) => ({n: dict.get(dict: codes, key: r.c, default: r.d)}))

    testing.diff(got: got, want: array.from(rows: [{n: 33}, {n: 2}]))
}
