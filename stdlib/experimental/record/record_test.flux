package record_test

import "array"
import "experimental/record"
import "internal/debug"
import "testing"

testcase get_gives_the_property {
    testing.assertEqualValues(got: record.get(r: {a: 1, b: "x"}, key: "b", default: ""), want: "x")
}

testcase get_gives_the_default_for_what_is_not_there {
    testing.assertEqualValues(got: record.get(r: {a: 1}, key: "b", default: 7), want: 7)
}

testcase get_gives_a_null_that_is_there {
    testing.assertEqualValues(
        got: exists record.get(r: {a: debug.null(type: "int")}, key: "a", default: 7),
        want: false,
    )
}

testcase get_works_on_rows {
    got =
        array.from(rows: [{t: "a", _value: 1}, {t: "b", _value: 2}])
            |> map(
                fn: (r) => ({
                    v:
                        record.get(r: r, key: "_value", default: 0)
                            + record.get(r: r, key: "nope", default: 10),
                }),
            )

    testing.diff(got: got, want: array.from(rows: [{v: 11}, {v: 12}]))
}

testcase any_is_a_record_without_properties {
    testing.assertEqualValues(got: display(v: record.any), want: "{}")
}

testcase any_as_a_default_takes_every_record {
    f = (details=record.any) => if details == record.any then "none" else display(v: details)

    testing.assertEqualValues(got: f() + f(details: {a: 1}), want: "none{a: 1}")
}
