package testutil_test

import "array"
import "internal/testutil"
import "testing"

testcase fail_fails {
    testing.shouldError(fn: () => testutil.fail(), want: /fail/)
}

testcase yield_hands_a_value_on {
    testing.assertEqualValues(got: 3 |> testutil.yield(), want: 3)
}

testcase makeRecord_gives_a_record_of_unknown_type {
    testing.assertEqualValues(got: testutil.makeRecord(o: {a: 1}).a + 1, want: 2)
}

testcase makeAny_gives_a_value_of_each_type {
    got =
        [
            "string",
            "bytes",
            "int",
            "uint",
            "float",
            "bool",
            "time",
            "duration",
            "array",
            "object",
        ]
            |> array.map(fn: (x) => ({v: display(v: testutil.makeAny(typ: x))}))
    want =
        [
            "foo",
            "0x666f6f",
            "10",
            "10",
            "10",
            "false",
            "1970-01-01T00:00:00.000000100Z",
            "0ns",
            "[]",
            "{}",
        ]
            |> array.map(fn: (x) => ({v: x}))

    testing.diff(got: array.from(rows: got), want: array.from(rows: want))
}

testcase makeAny_of_another_name_is_null {
    testing.assertEqualValues(got: exists testutil.makeAny(typ: "no type"), want: false)
}
