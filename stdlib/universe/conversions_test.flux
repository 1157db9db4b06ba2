package universe_test

import "array"
import "internal/debug"
import "testing"

// value gives the first value of a stream, to compare it with one that is no table.
value = (tables=<-) => (tables |> findRecord(fn: (key) => true, idx: 0))._value

testcase toString_writes_numbers {
    testing.assertEqualValues(
        got: array.from(rows: [{_value: 1.5}]) |> toString() |> value(),
        want: "1.5",
    )
}

testcase toBool_reads_numbers {
    testing.assertEqualValues(
        got: array.from(rows: [{_value: 1}]) |> toBool() |> value(),
        want: true,
    )
}

testcase toBool_knows_0_and_1_only {
    testing.shouldError(
        fn: () => array.from(rows: [{_value: 2}]) |> toBool() |> tableFind(fn: (key) => true),
        want: /2/,
    )
}

testcase toTime_reads_texts {
    testing.assertEqualValues(
        got: array.from(rows: [{_value: "2024-01-01T00:00:00Z"}]) |> toTime() |> value(),
        want: 2024-01-01T00:00:00Z,
    )
}

testcase toUInt_cuts_fractions_off {
    testing.assertEqualValues(
        got: array.from(rows: [{_value: 7.9}]) |> toUInt() |> value(),
        want: uint(v: 7),
    )
}

testcase toInt_and_toFloat_are_their_own_inverse {
    testing.assertEqualValues(
        got: array.from(rows: [{_value: 7}]) |> toFloat() |> toInt() |> value(),
        want: 7,
    )
}

testcase conversions_keep_nulls {
    got = array.from(rows: [{_value: debug.null(type: "int")}]) |> toString() |> debug.opaque()
    want = array.from(rows: [{_value: debug.null(type: "string")}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase yield_passes_its_input_on {
    data = array.from(rows: [{_value: 1}])

    testing.diff(got: data |> yield(name: "seen"), want: data)
}

found =
    array.from(rows: [{t: "a", _value: 1}, {t: "a", _value: 2}])
        |> group(columns: ["t"])
        |> tableFind(fn: (key) => key.t == "a")

testcase getColumn_gives_the_values {
    testing.assertEqualValues(got: (found |> getColumn(column: "_value"))[1], want: 2)
}

testcase getRecord_gives_a_row {
    testing.assertEqualValues(got: (found |> getRecord(idx: 1))._value, want: 2)
}

testcase getRecord_behind_the_last_row {
    testing.shouldError(fn: () => found |> getRecord(idx: 2), want: /2/)
}

testcase getColumn_of_a_column_that_is_not_there {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_value: 1}])
                |> tableFind(fn: (key) => true)
                |> getColumn(column: "load"),
        want: /load/,
    )
}

testcase keyValues_lists_each_value_once {
    got =
        array.from(rows: [{a: "x", b: "y"}, {a: "z", b: "y"}])
            |> keyValues(keyColumns: ["a", "b"])
            |> sort(columns: ["_key", "_value"])
            |> debug.opaque()
    want =
        array.from(
            rows: [{_key: "a", _value: "x"}, {_key: "a", _value: "z"}, {_key: "b", _value: "y"}],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase hourSelection_takes_hours_of_the_day {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T05:59:00Z, _value: 1},
                {_time: 2024-01-01T06:00:00Z, _value: 2},
                {_time: 2024-01-02T07:30:00Z, _value: 3},
                {_time: 2024-01-02T08:00:00Z, _value: 4},
            ],
        )
            |> hourSelection(start: 6, stop: 7)
            |> keep(columns: ["_value"])
    want = array.from(rows: [{_value: 2}, {_value: 3}])

    testing.diff(got: got, want: want)
}

testcase truncateTimeColumn_cuts_to_a_unit {
    got =
        array.from(rows: [{_time: 2024-01-01T05:59:31Z}])
            |> truncateTimeColumn(unit: 1h)
            |> debug.opaque()
    want = array.from(rows: [{_time: 2024-01-01T05:00:00Z}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}
