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

testcase difference_with_nulls {
    got = holes |> difference()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,2,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase difference_of_empty_tables {
    got = bare |> difference()
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

testcase difference_without_the_column {
    got = lacking |> difference()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase difference_of_texts {
    testing.shouldError(
        fn: () => words |> difference() |> tableFind(fn: (key) => true),
        want: /difference: difference does not support column "_value" of type "string"/,
    )
}

testcase difference_of_a_key_column {
    got = keyed |> difference()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,3,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,5,a,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase increase_with_nulls {
    got = holes |> increase()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,0,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,2,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,0,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase increase_begins_with_the_first_value_behind_nulls {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: none},
                {_time: 2024-01-01T00:00:10Z, _value: 3.0},
                {_time: 2024-01-01T00:00:20Z, _value: 5.0},
            ],
        )
            |> difference(keepFirst: true, initialZero: true)
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: none},
                {_time: 2024-01-01T00:00:10Z, _value: 0.0},
                {_time: 2024-01-01T00:00:20Z, _value: 2.0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase increase_of_empty_tables {
    got = bare |> increase()
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

testcase increase_without_the_column {
    got = lacking |> increase()
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

testcase increase_of_texts {
    testing.shouldError(
        fn: () => words |> increase() |> tableFind(fn: (key) => true),
        want: /difference: difference does not support column "_value" of type "string"/,
    )
}

testcase increase_of_a_key_column {
    got = keyed |> increase()
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

testcase derivative_with_nulls {
    got = holes |> derivative(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,1,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase derivative_of_empty_tables {
    got = bare |> derivative(unit: 10s)
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

testcase derivative_without_the_column {
    got = lacking |> derivative(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase derivative_of_texts {
    testing.shouldError(
        fn: () => words |> derivative(unit: 10s) |> tableFind(fn: (key) => true),
        want: /derivative: unsupported derivative column type _value:string/,
    )
}

testcase derivative_of_a_key_column {
    got = keyed |> derivative(unit: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,3,a,
,result,table,_start,_stop,_time,_value,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,5,a,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase derivative_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> derivative(unit: 10s)
                |> tableFind(fn: (key) => true),
        want: /derivative: no column "_time" exists/,
    )
}

testcase derivative_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> derivative(unit: 10s)
                |> tableFind(fn: (key) => true),
        want: /derivative: column "_time" must be of type time, it is of type string/,
    )
}

testcase derivative_of_a_key_column_of_texts {
    testing.shouldError(
        fn: () => holes |> derivative(columns: ["g"]) |> tableFind(fn: (key) => true),
        want: /derivative: unsupported derivative column type g:string/,
    )
}

testcase cumulativeSum_with_nulls {
    got = holes |> cumulativeSum()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,3,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,8,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,0,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase cumulativeSum_of_empty_tables {
    got = bare |> cumulativeSum()
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

testcase cumulativeSum_without_the_column {
    got = lacking |> cumulativeSum()
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

testcase cumulativeSum_of_texts {
    got = words |> cumulativeSum()
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

testcase cumulativeSum_of_a_key_column {
    got = keyed |> cumulativeSum()
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

testcase stateCount_with_nulls {
    got = holes |> stateCount(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,stateCount
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,-1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateCount_of_empty_tables {
    got = bare |> stateCount(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,,
,result,table,_start,_stop,_time,_value,g,s,stateCount

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,,
,result,table,_start,_stop,_time,_value,g,s,stateCount
",
    )

    testing.diff(got: got, want: want)
}

testcase stateCount_without_the_column {
    got = lacking |> stateCount(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,long
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,stateCount
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,-1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateCount_of_texts {
    testing.shouldError(
        fn: () => words |> stateCount(fn: (r) => r._value > 4.0) |> tableFind(fn: (key) => true),
        want: /unsupported binary expression string > float/,
    )
}

testcase stateCount_of_a_key_column {
    got = keyed |> stateCount(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,stateCount
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,-1
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,-1
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateDuration_with_nulls {
    got = holes |> stateDuration(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,stateDuration
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,-1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateDuration_of_empty_tables {
    got = bare |> stateDuration(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,,
,result,table,_start,_stop,_time,_value,g,s,stateDuration

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,,
,result,table,_start,_stop,_time,_value,g,s,stateDuration
",
    )

    testing.diff(got: got, want: want)
}

testcase stateDuration_without_the_column {
    got = lacking |> stateDuration(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,long
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,stateDuration
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,-1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateDuration_of_texts {
    testing.shouldError(
        fn: () => words |> stateDuration(fn: (r) => r._value > 4.0) |> tableFind(fn: (key) => true),
        want: /unsupported binary expression string > float/,
    )
}

testcase stateDuration_of_a_key_column {
    got = keyed |> stateDuration(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,stateDuration
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,-1
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,-1
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,0
",
    )

    testing.diff(got: got, want: want)
}

testcase stateDuration_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> stateDuration(fn: (r) => r._value > 4.0)
                |> tableFind(fn: (key) => true),
        want: /stateTracking: no column "_time" exists/,
    )
}

testcase stateDuration_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> stateDuration(fn: (r) => r._value > 4.0)
                |> tableFind(fn: (key) => true),
        want: /stateTracking: column "_time" must be of type time, it is of type string/,
    )
}

testcase stateTracking_with_nulls {
    got = holes |> stateCount(fn: (r) => exists r._value, column: "n")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,-1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateTracking_of_empty_tables {
    got = bare |> stateCount(fn: (r) => exists r._value, column: "n")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,,
,result,table,_start,_stop,_time,_value,g,s,n

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,,
,result,table,_start,_stop,_time,_value,g,s,n
",
    )

    testing.diff(got: got, want: want)
}

testcase stateTracking_without_the_column {
    got = lacking |> stateCount(fn: (r) => exists r._value, column: "n")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,long
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,-1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,-1
",
    )

    testing.diff(got: got, want: want)
}

testcase stateTracking_of_texts {
    got = words |> stateCount(fn: (r) => exists r._value, column: "n")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string,long
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x,1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y,2
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x,3
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x,1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z,2
",
    )

    testing.diff(got: got, want: want)
}

testcase stateTracking_of_a_key_column {
    got = keyed |> stateCount(fn: (r) => exists r._value, column: "n")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,long
#group,false,false,true,true,false,true,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,n
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,-1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,-1
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,1
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,1
",
    )

    testing.diff(got: got, want: want)
}

testcase fill_with_nulls {
    got = holes |> fill(value: 0.5)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0.5,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,0.5,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0.5,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase fill_of_empty_tables {
    got = bare |> fill(value: 0.5)
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

testcase fill_without_the_column {
    got = lacking |> fill(value: 0.5)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,0.5
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,0.5
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,0.5
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,0.5
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,0.5
",
    )

    testing.diff(got: got, want: want)
}

testcase fill_of_texts {
    testing.shouldError(
        fn: () => words |> fill(value: 0.5) |> tableFind(fn: (key) => true),
        want: /fill: fill column type mismatch: string\/float: column "_value" is a string, the value is a/,
    )
}

testcase fill_of_a_key_column {
    got = keyed |> fill(value: 0.5)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0.5,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,0.5,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0.5,b,z
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase fill_previous_with_nulls {
    got = holes |> fill(usePrevious: true)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,3,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase fill_previous_of_empty_tables {
    got = bare |> fill(usePrevious: true)
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

testcase fill_previous_without_the_column {
    got = lacking |> fill(usePrevious: true)
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

testcase fill_previous_of_texts {
    got = words |> fill(usePrevious: true)
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

testcase fill_previous_of_a_key_column {
    got = keyed |> fill(usePrevious: true)
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

testcase holtWinters_with_nulls {
    got = holes |> holtWinters(n: 1, interval: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,dateTime:RFC3339,double
#group,false,false,true,true,true,false,false
#default,_result,,,,,,
,result,table,_start,_stop,g,_time,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,2024-01-01T00:00:30Z,7.208461502360763

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,dateTime:RFC3339,double
#group,false,false,true,true,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,,
,result,table,_start,_stop,g,_time,_value
",
    )

    testing.diff(got: got, want: want)
}

testcase holtWinters_with_NaN_as_the_second_value_of_an_interval {
    points = (second) =>
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 1.0},
                {_time: 2024-01-01T00:00:01Z, _value: second},
                {_time: 2024-01-01T00:00:10Z, _value: 2.0},
                {_time: 2024-01-01T00:00:20Z, _value: 3.0},
            ],
        )
            |> holtWinters(n: 1, interval: 10s)

    testing.diff(got: points(second: float(v: "NaN")), want: points(second: 7.0))
}

testcase holtWinters_of_empty_tables {
    got = bare |> holtWinters(n: 1, interval: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,dateTime:RFC3339,double
#group,false,false,true,true,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,,
,result,table,_start,_stop,g,_time,_value

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,dateTime:RFC3339,double
#group,false,false,true,true,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,,
,result,table,_start,_stop,g,_time,_value
",
    )

    testing.diff(got: got, want: want)
}

testcase holtWinters_without_the_column {
    testing.shouldError(
        fn: () => lacking |> holtWinters(n: 1, interval: 10s) |> tableFind(fn: (key) => true),
        want: /holtWinters: no column "_value" exists/,
    )
}

testcase holtWinters_of_texts {
    testing.shouldError(
        fn: () => words |> holtWinters(n: 1, interval: 10s) |> tableFind(fn: (key) => true),
        want: /holtWinters: holtWinters can work only on numerical types, column "_value" is of type stri/,
    )
}

testcase holtWinters_of_a_key_column {
    got = keyed |> holtWinters(n: 1, interval: 10s)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,dateTime:RFC3339
#group,false,false,true,true,true,true,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,a,
,result,table,_start,_stop,_value,g,_time

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,dateTime:RFC3339
#group,false,false,true,true,true,true,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,b,
,result,table,_start,_stop,_value,g,_time

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,dateTime:RFC3339
#group,false,false,true,true,true,true,false
#default,_result,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,3,a,
,result,table,_start,_stop,_value,g,_time

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,dateTime:RFC3339
#group,false,false,true,true,true,true,false
#default,_result,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,5,a,
,result,table,_start,_stop,_value,g,_time
",
    )

    testing.diff(got: got, want: want)
}

testcase holtWinters_without_times {
    testing.shouldError(
        fn: () =>
            holes
                |> drop(columns: ["_time"])
                |> holtWinters(n: 1, interval: 10s)
                |> tableFind(fn: (key) => true),
        want: /holtWinters: no column "_time" exists/,
    )
}

testcase holtWinters_of_times_that_are_texts {
    testing.shouldError(
        fn: () =>
            holes
                |> map(fn: (r) => ({r with _time: r.s}))
                |> debug.opaque()
                |> holtWinters(n: 1, interval: 10s)
                |> tableFind(fn: (key) => true),
        want: /holtWinters: column "_time" must be of type time, it is of type string/,
    )
}
