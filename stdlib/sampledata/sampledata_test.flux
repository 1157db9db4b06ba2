package sampledata_test

import "array"
import "sampledata"
import "testing"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase start_and_stop_hold_all_rows {
    same(pairs: [
        {got: sampledata.start, want: 2021-01-01T00:00:00Z},
        {got: sampledata.stop, want: 2021-01-01T00:01:00Z},
    ])
}

testcase float_has_two_tables_of_six_rows {
    got =
        sampledata.float()
            |> range(start: sampledata.start, stop: sampledata.stop)
            |> count()
            |> keep(columns: ["tag", "_value"])
    want =
        array.from(rows: [{tag: "t1", _value: 6}, {tag: "t2", _value: 6}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase int_has_two_tables_of_six_rows {
    got =
        sampledata.int()
            |> range(start: sampledata.start, stop: sampledata.stop)
            |> count()
            |> keep(columns: ["tag", "_value"])
    want =
        array.from(rows: [{tag: "t1", _value: 6}, {tag: "t2", _value: 6}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase uint_has_two_tables_of_six_rows {
    got =
        sampledata.uint()
            |> range(start: sampledata.start, stop: sampledata.stop)
            |> count()
            |> keep(columns: ["tag", "_value"])
    want =
        array.from(rows: [{tag: "t1", _value: 6}, {tag: "t2", _value: 6}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase string_has_two_tables_of_six_rows {
    got =
        sampledata.string()
            |> range(start: sampledata.start, stop: sampledata.stop)
            |> count()
            |> keep(columns: ["tag", "_value"])
    want =
        array.from(rows: [{tag: "t1", _value: 6}, {tag: "t2", _value: 6}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase bool_has_two_tables_of_six_rows {
    got =
        sampledata.bool()
            |> range(start: sampledata.start, stop: sampledata.stop)
            |> count()
            |> keep(columns: ["tag", "_value"])
    want =
        array.from(rows: [{tag: "t1", _value: 6}, {tag: "t2", _value: 6}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase numericBool_has_two_tables_of_six_rows {
    got =
        sampledata.numericBool()
            |> range(start: sampledata.start, stop: sampledata.stop)
            |> count()
            |> keep(columns: ["tag", "_value"])
    want =
        array.from(rows: [{tag: "t1", _value: 6}, {tag: "t2", _value: 6}])
            |> group(columns: ["tag"])

    testing.diff(got: got, want: want)
}

testcase float_with_nulls_has_five {
    got =
        sampledata.float(includeNull: true)
            |> filter(fn: (r) => not exists r._value)
            |> group()
            |> count(column: "tag")
            |> rename(columns: {tag: "n"})

    testing.diff(got: got, want: array.from(rows: [{n: 5}]))
}

testcase int_with_nulls_has_five {
    got =
        sampledata.int(includeNull: true)
            |> filter(fn: (r) => not exists r._value)
            |> group()
            |> count(column: "tag")
            |> rename(columns: {tag: "n"})

    testing.diff(got: got, want: array.from(rows: [{n: 5}]))
}

testcase uint_with_nulls_has_five {
    got =
        sampledata.uint(includeNull: true)
            |> filter(fn: (r) => not exists r._value)
            |> group()
            |> count(column: "tag")
            |> rename(columns: {tag: "n"})

    testing.diff(got: got, want: array.from(rows: [{n: 5}]))
}

testcase string_with_nulls_has_five {
    got =
        sampledata.string(includeNull: true)
            |> filter(fn: (r) => not exists r._value)
            |> group()
            |> count(column: "tag")
            |> rename(columns: {tag: "n"})

    testing.diff(got: got, want: array.from(rows: [{n: 5}]))
}

testcase bool_with_nulls_has_five {
    got =
        sampledata.bool(includeNull: true)
            |> filter(fn: (r) => not exists r._value)
            |> group()
            |> count(column: "tag")
            |> rename(columns: {tag: "n"})

    testing.diff(got: got, want: array.from(rows: [{n: 5}]))
}

testcase numericBool_with_nulls_has_five {
    got =
        sampledata.numericBool(includeNull: true)
            |> filter(fn: (r) => not exists r._value)
            |> group()
            |> count(column: "tag")
            |> rename(columns: {tag: "n"})

    testing.diff(got: got, want: array.from(rows: [{n: 5}]))
}

testcase numericBool_is_bool_in_numbers {
    truth =
        sampledata.bool()
            |> map(fn: (r) => ({tag: r.tag, _time: r._time, n: if r._value then 1 else 0}))
    numbers =
        sampledata.numericBool() |> map(fn: (r) => ({tag: r.tag, _time: r._time, n: r._value}))

    testing.diff(got: numbers, want: truth)
}

testcase int_is_float_without_its_fraction {
    whole = sampledata.float() |> map(fn: (r) => ({r with _value: int(v: r._value)}))

    testing.diff(got: sampledata.int(), want: whole)
}
