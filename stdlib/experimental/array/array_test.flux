package array_test

import plain "array"
import "experimental/array"
import "internal/debug"
import "testing"

// A table of texts, so that lists of any type can be compared.
shown = (arr) => plain.from(rows: arr |> plain.map(fn: (x) => ({v: display(v: x)})))

testcase from_makes_a_table {
    testing.diff(
        got: array.from(rows: [{a: 1, b: "x"}, {a: debug.null(type: "int"), b: "y"}]),
        want: plain.from(rows: [{a: 1, b: "x"}, {a: debug.null(type: "int"), b: "y"}]),
    )
}

testcase from_needs_a_row {
    testing.shouldError(fn: () => array.from(rows: []), want: /rows must be non-empty/)
}

testcase concat_appends {
    testing.diff(got: shown(arr: [1, 2] |> array.concat(v: [3])), want: shown(arr: [1, 2, 3]))
}

testcase concat_with_nothing_changes_nothing {
    testing.diff(got: shown(arr: ["a"] |> array.concat(v: [])), want: shown(arr: ["a"]))
}

testcase map_calls_the_function_with_each_element {
    testing.diff(
        got: shown(arr: [1, 2, 3] |> array.map(fn: (x) => x * x)),
        want: shown(arr: [1, 4, 9]),
    )
}

testcase map_of_nothing_is_nothing {
    testing.assertEqualValues(got: length(arr: [] |> array.map(fn: (x) => x + 1)), want: 0)
}

testcase filter_keeps_what_fulfils_the_condition {
    testing.diff(
        got: shown(arr: [3, 10, 7, 12] |> array.filter(fn: (x) => x > 8)),
        want: shown(arr: [10, 12]),
    )
}

testcase filter_may_keep_nothing {
    testing.assertEqualValues(got: length(arr: [1] |> array.filter(fn: (x) => false)), want: 0)
}

testcase toBool_reads_texts_and_numbers {
    testing.diff(
        got: shown(
            arr: ["true", "false"] |> array.toBool() |> array.concat(v: [1, 0] |> array.toBool()),
        ),
        want: shown(arr: [true, false, true, false]),
    )
}

testcase toBool_refuses_other_numbers {
    testing.shouldError(fn: () => [2] |> array.toBool(), want: /bool/)
}

testcase toDuration_reads_texts_and_nanoseconds {
    testing.diff(
        got: shown(
            arr:
                ["1h30m", "-2d"]
                    |> array.toDuration()
                    |> array.concat(v: [5000] |> array.toDuration()),
        ),
        want: shown(arr: [1h30m, -2d, 5us]),
    )
}

testcase toDuration_refuses_what_is_none {
    testing.shouldError(fn: () => ["soon"] |> array.toDuration(), want: /duration/)
}

testcase toFloat_reads_texts_numbers_and_bools {
    testing.diff(
        got: shown(
            arr:
                ["1.5", "-2e3"]
                    |> array.toFloat()
                    |> array.concat(v: [4] |> array.toFloat())
                    |> array.concat(v: [true] |> array.toFloat()),
        ),
        want: shown(arr: [1.5, -2000.0, 4.0, 1.0]),
    )
}

testcase toFloat_refuses_what_is_no_number {
    testing.shouldError(
        fn: () => ["1", "one"] |> array.toFloat(),
        want: /cannot convert string "one" to float/,
    )
}

testcase toInt_cuts_fractions_and_counts_nanoseconds {
    testing.diff(
        got: shown(
            arr:
                [1.9, -1.9]
                    |> array.toInt()
                    |> array.concat(v: ["12"] |> array.toInt())
                    |> array.concat(v: [1970-01-01T00:00:01Z] |> array.toInt())
                    |> array.concat(v: [2us] |> array.toInt()),
        ),
        want: shown(arr: [
            1,
            -1,
            12,
            1000000000,
            2000,
        ]),
    )
}

testcase toInt_refuses_what_is_no_number {
    testing.shouldError(
        fn: () => ["1.5"] |> array.toInt(),
        want: /cannot convert string "1\.5" to int/,
    )
}

testcase toString_writes_every_type {
    testing.diff(
        got: shown(
            arr:
                [1.0, 0.25]
                    |> array.toString()
                    |> array.concat(v: [true] |> array.toString())
                    |> array.concat(v: [1h] |> array.toString())
                    |> array.concat(v: [2024-01-01T00:00:00Z] |> array.toString()),
        ),
        want: shown(arr: [
            "1",
            "0.25",
            "true",
            "1h",
            "2024-01-01T00:00:00.000000000Z",
        ]),
    )
}

testcase toTime_reads_texts_and_nanoseconds {
    testing.diff(
        got: shown(arr: ["2024-02-29"] |> array.toTime() |> array.concat(v: [0] |> array.toTime())),
        want: shown(arr: [2024-02-29T00:00:00Z, 1970-01-01T00:00:00Z]),
    )
}

testcase toTime_refuses_what_is_none {
    testing.shouldError(fn: () => ["noon"] |> array.toTime(), want: /time/)
}

testcase toUInt_reads_texts_and_numbers {
    testing.diff(
        got: shown(
            arr:
                ["18446744073709551615"]
                    |> array.toUInt()
                    |> array.concat(v: [7.9] |> array.toUInt()),
        ),
        want: shown(arr: [uint(v: "18446744073709551615"), uint(v: 7)]),
    )
}

testcase toUInt_refuses_a_sign {
    testing.shouldError(
        fn: () => ["-1"] |> array.toUInt(),
        want: /cannot convert string "-1" to uint/,
    )
}

testcase conversions_keep_nulls {
    none = [debug.null(type: "int")]

    testing.assertEqualValues(
        got:
            exists (none |> array.toFloat())[0]
                or exists (none |> array.toString())[0]
                or exists (none |> array.toUInt())[0],
        want: false,
    )
}
