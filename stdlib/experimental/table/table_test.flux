package table_test

import "array"
import "experimental/table"
import "internal/debug"
import "testing"

testcase fill_gives_an_empty_table_a_row_of_nulls {
    got =
        array.from(rows: [{t: "a", _value: 1}])
            |> group(columns: ["t"])
            |> filter(fn: (r) => r._value > 1, onEmpty: "keep")
            |> table.fill()
            |> debug.opaque()
    want =
        array.from(rows: [{t: "a", _value: debug.null(type: "int")}])
            |> group(columns: ["t"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase fill_leaves_others_as_they_are {
    data = array.from(rows: [{_value: 1}, {_value: 2}])

    testing.diff(got: data |> table.fill(), want: data)
}

testcase fill_treats_each_table_alone {
    got =
        array.from(rows: [{t: "a", u: "x", _value: 1}, {t: "b", u: "y", _value: 2}])
            |> group(columns: ["t"])
            |> filter(fn: (r) => r._value > 1, onEmpty: "keep")
            |> table.fill()
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {t: "a", u: debug.null(type: "string"), _value: debug.null(type: "int")},
                {t: "b", u: "y", _value: 2},
            ],
        )
            |> group(columns: ["t"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase fill_of_a_stream_without_tables_is_empty {
    array.from(rows: [{_value: 1}])
        |> filter(fn: (r) => r._value > 1)
        |> table.fill()
        |> testing.assertEmpty()
}

testcase fill_twice_is_like_once {
    none = array.from(rows: [{_value: 1}]) |> filter(fn: (r) => false, onEmpty: "keep")

    testing.diff(got: none |> table.fill() |> table.fill(), want: none |> table.fill())
}
