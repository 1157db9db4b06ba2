package universe_test

import "array"
import "csv"
import "internal/debug"
import "testing"

none = debug.null(type: "float")

// holes is a table with nulls among its values, and one of nothing else.
holes =
    array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, _value: 3.0, g: "a", s: "x"},
            {_time: 2024-01-01T00:00:10Z, _value: none, g: "a", s: "y"},
            {_time: 2024-01-01T00:00:20Z, _value: 5.0, g: "a", s: "x"},
            {_time: 2024-01-01T00:00:00Z, _value: none, g: "b", s: "x"},
            {_time: 2024-01-01T00:00:10Z, _value: none, g: "b", s: "z"},
        ],
    )
        |> group(columns: ["g"])
        |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)
        |> debug.opaque()

// bare has the same two tables without rows, lacking is without the values, words has texts in their place, and in
// keyed they are part of the group key.
bare = holes |> filter(fn: (r) => false, onEmpty: "keep")
lacking = holes |> drop(columns: ["_value"])
words = holes |> map(fn: (r) => ({r with _value: r.s})) |> debug.opaque()
keyed = holes |> group(columns: ["g", "_value", "_start", "_stop"])

testcase count_with_nulls {
    got = holes |> count()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,3
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,2
",
    )

    testing.diff(got: got, want: want)
}

testcase count_of_empty_tables {
    got = bare |> count()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase count_without_the_column {
    testing.shouldError(
        fn: () => lacking |> count() |> tableFind(fn: (key) => true),
        want: /count: column "_value" does not exist/,
    )
}

testcase count_of_texts {
    got = words |> count()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,3
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,2
",
    )

    testing.diff(got: got, want: want)
}

testcase count_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> count() |> tableFind(fn: (key) => true),
        want: /count: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase sum_with_nulls {
    got = holes |> sum()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,8
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase sum_of_empty_tables {
    got = bare |> sum()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase sum_without_the_column {
    testing.shouldError(
        fn: () => lacking |> sum() |> tableFind(fn: (key) => true),
        want: /sum: column "_value" does not exist/,
    )
}

testcase sum_of_texts {
    testing.shouldError(
        fn: () => words |> sum() |> tableFind(fn: (key) => true),
        want: /sum: unsupported aggregate column type string of column "_value"/,
    )
}

testcase sum_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> sum() |> tableFind(fn: (key) => true),
        want: /sum: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase mean_with_nulls {
    got = holes |> mean()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase mean_of_empty_tables {
    got = bare |> mean()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase mean_without_the_column {
    testing.shouldError(
        fn: () => lacking |> mean() |> tableFind(fn: (key) => true),
        want: /mean: column "_value" does not exist/,
    )
}

testcase mean_of_texts {
    testing.shouldError(
        fn: () => words |> mean() |> tableFind(fn: (key) => true),
        want: /mean: unsupported aggregate column type string of column "_value"/,
    )
}

testcase mean_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> mean() |> tableFind(fn: (key) => true),
        want: /mean: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase spread_with_nulls {
    got = holes |> spread()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,2
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase spread_of_empty_tables {
    got = bare |> spread()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase spread_without_the_column {
    testing.shouldError(
        fn: () => lacking |> spread() |> tableFind(fn: (key) => true),
        want: /spread: column "_value" does not exist/,
    )
}

testcase spread_of_texts {
    testing.shouldError(
        fn: () => words |> spread() |> tableFind(fn: (key) => true),
        want: /spread: unsupported aggregate column type string of column "_value"/,
    )
}

testcase spread_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> spread() |> tableFind(fn: (key) => true),
        want: /spread: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase stddev_with_nulls {
    got = holes |> stddev()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,1.4142135623730951
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase stddev_of_empty_tables {
    got = bare |> stddev()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase stddev_without_the_column {
    testing.shouldError(
        fn: () => lacking |> stddev() |> tableFind(fn: (key) => true),
        want: /stddev: column "_value" does not exist/,
    )
}

testcase stddev_of_texts {
    testing.shouldError(
        fn: () => words |> stddev() |> tableFind(fn: (key) => true),
        want: /stddev: unsupported aggregate column type string of column "_value"/,
    )
}

testcase stddev_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> stddev() |> tableFind(fn: (key) => true),
        want: /stddev: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase skew_with_nulls {
    got = holes |> skew()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase skew_of_empty_tables {
    got = bare |> skew()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase skew_without_the_column {
    testing.shouldError(
        fn: () => lacking |> skew() |> tableFind(fn: (key) => true),
        want: /skew: column "_value" does not exist/,
    )
}

testcase skew_of_texts {
    testing.shouldError(
        fn: () => words |> skew() |> tableFind(fn: (key) => true),
        want: /skew: unsupported aggregate column type string of column "_value"/,
    )
}

testcase skew_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> skew() |> tableFind(fn: (key) => true),
        want: /skew: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase mode_with_nulls {
    got = holes |> mode()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase mode_of_empty_tables {
    got = bare |> mode()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase mode_without_the_column {
    got = lacking |> mode() |> map(fn: (r) => ({r with _value: "[" + r._value + "]"}))
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,[]
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,[]
",
    )

    testing.diff(got: got, want: want)
}

testcase mode_of_texts {
    got = words |> mode()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase mode_of_a_key_column {
    got = keyed |> mode()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string
#group,false,false,true,true,true,true
#default,_result,,,,,
,result,table,_start,_stop,_value,g
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,a
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,b
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,3,a
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,5,a
",
    )

    testing.diff(got: got, want: want)
}

testcase mode_with_NaN {
    nan = float(v: "NaN")
    got =
        array.from(
            rows: [
                {_value: nan, g: "a"},
                {_value: 1.0, g: "a"},
                {_value: nan, g: "b"},
                {_value: nan, g: "b"},
                {_value: 3.0, g: "c"},
                {_value: nan, g: "c"},
                {_value: nan, g: "c"},
                {_value: 1.0, g: "c"},
            ],
        )
            |> group(columns: ["g"])
            |> mode()
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,true,false
#default,_result,,,
,result,table,g,_value
,,0,a,1
,,1,b,
,,2,c,1
,,2,c,3
",
    )

    testing.diff(got: got, want: want)
}

// Tables without rows make no group of another key, so the aggregate does not look at their columns.
testcase sum_of_groups_of_empty_tables {
    bare
        |> group(columns: ["_value"])
        |> sum()
        |> testing.assertEmpty()
}

testcase reduce_with_nulls {
    got =
        holes
            |> reduce(
                fn: (r, accumulator) => ({n: accumulator.n + (if exists r._value then 1 else 0)}),
                identity: {n: 0},
            )
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,2
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase reduce_of_empty_tables {
    got =
        bare
            |> reduce(
                fn: (r, accumulator) => ({n: accumulator.n + (if exists r._value then 1 else 0)}),
                identity: {n: 0},
            )
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase reduce_without_the_column {
    got =
        lacking
            |> reduce(
                fn: (r, accumulator) => ({n: accumulator.n + (if exists r._value then 1 else 0)}),
                identity: {n: 0},
            )
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase reduce_of_texts {
    got =
        words
            |> reduce(
                fn: (r, accumulator) => ({n: accumulator.n + (if exists r._value then 1 else 0)}),
                identity: {n: 0},
            )
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,long
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,3
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,2
",
    )

    testing.diff(got: got, want: want)
}

testcase reduce_of_a_key_column {
    got =
        keyed
            |> reduce(
                fn: (r, accumulator) => ({n: accumulator.n + (if exists r._value then 1 else 0)}),
                identity: {n: 0},
            )
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,long
#group,false,false,true,true,true,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_value,g,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,b,0
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,3,a,1
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,5,a,1
",
    )

    testing.diff(got: got, want: want)
}

testcase integral_with_nulls {
    got = holes |> integral(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,8
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase integral_of_empty_tables {
    got = bare |> integral(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase integral_without_the_column {
    testing.shouldError(
        fn: () => lacking |> integral(unit: 10s) |> tableFind(fn: (key) => true),
        want: /integral: no column "_value" exists/,
    )
}

testcase integral_of_texts {
    testing.shouldError(
        fn: () => words |> integral(unit: 10s) |> tableFind(fn: (key) => true),
        want: /integral: cannot perform integral over string \(column "_value"\)/,
    )
}

testcase integral_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> integral(unit: 10s) |> tableFind(fn: (key) => true),
        want: /integral: cannot aggregate columns that are part of the group key/,
    )
}

testcase integral_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> integral(unit: 10s)
                |> tableFind(fn: (key) => true),
        want: /integral: no column "_time" exists/,
    )
}

testcase integral_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> integral(unit: 10s)
                |> tableFind(fn: (key) => true),
        want: /integral: column "_time" must be of type time, it is of type string/,
    )
}

testcase timeWeightedAvg_with_nulls {
    got = holes |> timeWeightedAvg(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,6
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase timeWeightedAvg_of_a_null_at_a_repeated_time {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 1.0},
                {_time: 2024-01-01T00:00:10Z, _value: none},
                {_time: 2024-01-01T00:00:10Z, _value: 100.0},
                {_time: 2024-01-01T00:00:20Z, _value: 1.0},
                {_time: 2024-01-01T00:00:20Z, _value: 100.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)
            |> timeWeightedAvg(unit: 1s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double
#group,false,false,true,true,false
#default,_result,,,,
,result,table,_start,_stop,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,1
",
    )

    testing.diff(got: got, want: want)
}

testcase integral_adds_in_the_order_of_the_reference {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:10Z, _value: 0.3},
                {_time: 2024-01-01T00:00:20Z, _value: 3.3},
                {_time: 2024-01-01T00:00:27Z, _value: 0.3},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:00:40Z)
            |> integral(unit: 10s, interpolate: "linear")
            |> map(fn: (r) => ({r with _value: string(v: r._value)}))
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string
#group,false,false,true,true,false
#default,_result,,,,
,result,table,_start,_stop,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:40Z,-1.3714285714285726
",
    )

    testing.diff(got: got, want: want)
}

testcase timeWeightedAvg_of_empty_tables {
    got = bare |> timeWeightedAvg(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,0
",
    )

    testing.diff(got: got, want: want)
}

testcase timeWeightedAvg_without_the_column {
    testing.shouldError(
        fn: () => lacking |> timeWeightedAvg(unit: 10s) |> tableFind(fn: (key) => true),
        want: /integral: no column "_value" exists/,
    )
}

testcase timeWeightedAvg_of_texts {
    testing.shouldError(
        fn: () => words |> timeWeightedAvg(unit: 10s) |> tableFind(fn: (key) => true),
        want: /integral: cannot perform integral over string \(column "_value"\)/,
    )
}

testcase timeWeightedAvg_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> timeWeightedAvg(unit: 10s) |> tableFind(fn: (key) => true),
        want: /integral: cannot aggregate columns that are part of the group key/,
    )
}

testcase timeWeightedAvg_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> timeWeightedAvg(unit: 10s)
                |> tableFind(fn: (key) => true),
        want: /integral: no column "_time" exists/,
    )
}

testcase timeWeightedAvg_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> timeWeightedAvg(unit: 10s)
                |> tableFind(fn: (key) => true),
        want: /integral: column "_time" must be of type time, it is of type string/,
    )
}
