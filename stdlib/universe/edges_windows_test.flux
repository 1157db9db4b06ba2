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

testcase aggregateWindow_mean_with_nulls {
    got = holes |> aggregateWindow(every: 30s, fn: mean)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,false,true,true,true,false
#default,_result,,,,,,
,result,table,_time,_start,_stop,g,_value
,,0,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4
,,0,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
,,1,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_mean_of_empty_tables {
    got = bare |> aggregateWindow(every: 30s, fn: mean)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,false,true,true,true,false
#default,_result,,,,,,
,result,table,_time,_start,_stop,g,_value
,,0,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,0,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
,,1,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_mean_without_the_column {
    testing.shouldError(
        fn: () => lacking |> aggregateWindow(every: 30s, fn: mean) |> tableFind(fn: (key) => true),
        want: /aggregateWindow: column "_value" does not exist/,
    )
}

testcase aggregateWindow_mean_of_texts {
    testing.shouldError(
        fn: () => words |> aggregateWindow(every: 30s, fn: mean) |> tableFind(fn: (key) => true),
        want: /mean: unsupported aggregate column type string of column "_value"/,
    )
}

testcase aggregateWindow_mean_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> aggregateWindow(every: 30s, fn: mean) |> tableFind(fn: (key) => true),
        want: /aggregateWindow: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase aggregateWindow_mean_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> aggregateWindow(every: 30s, fn: mean)
                |> tableFind(fn: (key) => true),
        want: /aggregateWindow: no time column: _time/,
    )
}

testcase aggregateWindow_mean_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> aggregateWindow(every: 30s, fn: mean)
                |> tableFind(fn: (key) => true),
        want: /aggregateWindow: column "_time" must be of type time, it is of type string/,
    )
}

testcase aggregateWindow_last_with_nulls {
    got = holes |> aggregateWindow(every: 30s, fn: last)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,5,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,,b,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_last_of_empty_tables {
    got = bare |> aggregateWindow(every: 30s, fn: last)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,,a,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,,b,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_last_without_the_column {
    testing.shouldError(
        fn: () => lacking |> aggregateWindow(every: 30s, fn: last) |> tableFind(fn: (key) => true),
        want: /last: no column "_value" exists/,
    )
}

testcase aggregateWindow_last_of_texts {
    got = words |> aggregateWindow(every: 30s, fn: last)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,z,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase aggregateWindow_last_of_a_key_column {
    got = keyed |> aggregateWindow(every: 30s, fn: last)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,,a,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,,b,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,,b,
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,3,a,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,3,a,
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:30Z,5,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,5,a,
",
    )

    testing.diff(got: got, want: want)
}

testcase timedMovingAverage_with_nulls {
    got = holes |> timedMovingAverage(every: 30s, period: 30s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,false,true,true,true,false
#default,_result,,,,,,
,result,table,_time,_start,_stop,g,_value
,,0,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4
,,1,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase timedMovingAverage_of_empty_tables {
    testing.assertEmpty(tables: bare |> timedMovingAverage(every: 30s, period: 30s))
}

testcase timedMovingAverage_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> timedMovingAverage(every: 30s, period: 30s) |> tableFind(fn: (key) => true),
        want: /aggregateWindow: column "_value" does not exist/,
    )
}

testcase timedMovingAverage_of_texts {
    testing.shouldError(
        fn: () =>
            words |> timedMovingAverage(every: 30s, period: 30s) |> tableFind(fn: (key) => true),
        want: /mean: unsupported aggregate column type string of column "_value"/,
    )
}

testcase timedMovingAverage_of_a_key_column {
    testing.shouldError(
        fn: () =>
            keyed |> timedMovingAverage(every: 30s, period: 30s) |> tableFind(fn: (key) => true),
        want: /aggregateWindow: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase window_with_nulls {
    got = holes |> window(every: 30s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

// The windows of a month from January 28 to 31 all end with February 28, and begin before the range.
testcase window_puts_rows_of_windows_that_the_range_makes_one_beside_themselves {
    rows = array.from(
        rows: [{_time: 2023-02-10T00:00:00Z, _value: 1}, {_time: 2023-02-11T00:00:00Z, _value: 2}],
    )
    got =
        rows
            |> range(start: 2023-02-09T00:00:00Z, stop: 2023-03-02T00:00:00Z)
            |> window(every: 1d, period: 1mo)
            |> filter(fn: (r) => r._stop == 2023-02-28T00:00:00Z)
            |> group()
            |> keep(columns: ["_value"])
    want = array.from(
        rows: [
            {_value: 1},
            {_value: 1},
            {_value: 1},
            {_value: 1},
            {_value: 2},
            {_value: 2},
            {_value: 2},
            {_value: 2},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase window_of_everything_keeps_rows_without_a_time {
    rows =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, other: 2024-01-01T00:00:30Z, _value: 1},
                {_time: 2024-01-01T00:00:10Z, other: debug.null(type: "time"), _value: 2},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)

    testing.diff(got: rows |> window(every: inf, timeColumn: "other"), want: rows)
}

testcase window_of_empty_tables {
    testing.assertEmpty(tables: bare |> window(every: 30s))
}

testcase window_without_the_column {
    got = lacking |> window(every: 30s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase window_of_texts {
    got = words |> window(every: 30s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase window_of_a_key_column {
    got = keyed |> window(every: 30s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:10Z,,b,z
,,2,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:00:30Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase window_without_times {
    testing.shouldError(
        fn: () =>
            holes |> drop(columns: ["_time"]) |> window(every: 30s) |> tableFind(fn: (key) => true),
        want: /window: no column "_time" exists/,
    )
}

testcase window_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> window(every: 30s)
                |> tableFind(fn: (key) => true),
        want: /window: column "_time" must be of type time, it is of type string/,
    )
}

testcase range_with_nulls {
    got = holes |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase range_of_empty_tables {
    got = bare |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,,,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,1,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,,,b,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase range_without_the_column {
    got = lacking |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase range_of_texts {
    got = words |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase range_of_a_key_column {
    got = keyed |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,2,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,,3,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,3,2024-01-01T00:00:10Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase range_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
                |> tableFind(fn: (key) => true),
        want: /range error: supplied time column _time doesn't exist/,
    )
}

testcase range_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> range(start: 2024-01-01T00:00:10Z, stop: 2024-01-01T00:01:00Z)
                |> tableFind(fn: (key) => true),
        want: /range error: provided time column _time is not of type time but string/,
    )
}

testcase timeShift_with_nulls {
    got = holes |> timeShift(duration: 1h)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,3,a,x
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,,a,y
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:20Z,5,a,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,,b,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase timeShift_of_empty_tables {
    got = bare |> timeShift(duration: 1h)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,,,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,,,b,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase timeShift_without_the_column {
    got = lacking |> timeShift(duration: 1h)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,a,x
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,a,y
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:20Z,a,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,b,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase timeShift_of_texts {
    got = words |> timeShift(duration: 1h)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,x,a,x
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,y,a,y
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:20Z,x,a,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,x,b,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase timeShift_of_a_key_column {
    got = keyed |> timeShift(duration: 1h)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,,a,y
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,,b,x
,,1,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:10Z,,b,z
,,2,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:00Z,3,a,x
,,3,2024-01-01T01:00:00Z,2024-01-01T01:01:00Z,2024-01-01T01:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase elapsed_with_nulls {
    got = holes |> elapsed()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,elapsed
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,10
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,10
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,10
",
    )

    testing.diff(got: got, want: want)
}

testcase elapsed_of_empty_tables {
    got = bare |> elapsed()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,,
,result,table,_start,_stop,_time,_value,g,s,elapsed

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,,
,result,table,_start,_stop,_time,_value,g,s,elapsed
",
    )

    testing.diff(got: got, want: want)
}

testcase elapsed_without_the_column {
    got = lacking |> elapsed()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,long
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,elapsed
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,10
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,10
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,10
",
    )

    testing.diff(got: got, want: want)
}

testcase elapsed_of_texts {
    got = words |> elapsed()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,elapsed
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y,10
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x,10
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z,10
",
    )

    testing.diff(got: got, want: want)
}

testcase elapsed_of_a_key_column {
    got = keyed |> elapsed()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,,
,result,table,_start,_stop,_time,_value,g,s,elapsed

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,elapsed
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,10

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,3,a,,
,result,table,_start,_stop,_time,_value,g,s,elapsed

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,5,a,,
,result,table,_start,_stop,_time,_value,g,s,elapsed
",
    )

    testing.diff(got: got, want: want)
}

testcase elapsed_without_times {
    testing.shouldError(
        fn: () => holes |> drop(columns: ["_time"]) |> elapsed() |> tableFind(fn: (key) => true),
        want: /elapsed: no column "_time" exists/,
    )
}

testcase elapsed_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> elapsed()
                |> tableFind(fn: (key) => true),
        want: /elapsed: column "_time" must be of type time, it is of type string/,
    )
}

testcase hourSelection_with_nulls {
    got = holes |> hourSelection(start: 0, stop: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase hourSelection_of_empty_tables {
    got = bare |> hourSelection(start: 0, stop: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase hourSelection_without_the_column {
    got = lacking |> hourSelection(start: 0, stop: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase hourSelection_of_texts {
    got = words |> hourSelection(start: 0, stop: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase hourSelection_of_a_key_column {
    got = keyed |> hourSelection(start: 0, stop: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase hourSelection_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> hourSelection(start: 0, stop: 1)
                |> tableFind(fn: (key) => true),
        want: /hourSelection: no column "_time" exists/,
    )
}

testcase hourSelection_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> hourSelection(start: 0, stop: 1)
                |> tableFind(fn: (key) => true),
        want: /hourSelection: column "_time" must be of type time, it is of type string/,
    )
}

testcase truncateTimeColumn_with_nulls {
    got = holes |> truncateTimeColumn(unit: 1m)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase truncateTimeColumn_of_empty_tables {
    testing.assertEmpty(tables: bare |> truncateTimeColumn(unit: 1m))
}

testcase truncateTimeColumn_without_the_column {
    got = lacking |> truncateTimeColumn(unit: 1m)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase truncateTimeColumn_of_texts {
    got = words |> truncateTimeColumn(unit: 1m)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase truncateTimeColumn_of_a_key_column {
    got = keyed |> truncateTimeColumn(unit: 1m)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,z
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase truncateTimeColumn_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> truncateTimeColumn(unit: 1m)
                |> tableFind(fn: (key) => true),
        want: /argument t must be Timeable .*, found null/,
    )
}

testcase truncateTimeColumn_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> truncateTimeColumn(unit: 1m)
                |> tableFind(fn: (key) => true),
        want: /argument t must be Timeable .*, found string/,
    )
}
