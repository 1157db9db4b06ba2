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

testcase top_with_nulls {
    got = holes |> top(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase top_of_empty_tables {
    got = bare |> top(n: 1)
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

testcase top_without_the_column {
    got = lacking |> top(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase top_of_texts {
    got = words |> top(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase top_of_a_key_column {
    got = keyed |> top(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase bottom_with_nulls {
    got = holes |> bottom(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase bottom_of_empty_tables {
    got = bare |> bottom(n: 1)
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

testcase bottom_without_the_column {
    got = lacking |> bottom(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase bottom_of_texts {
    got = words |> bottom(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase bottom_of_a_key_column {
    got = keyed |> bottom(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase highestMax_with_nulls {
    got = holes |> highestMax(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase highestMax_of_empty_tables {
    got = bare |> highestMax(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,0,,,,,,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase highestMax_without_the_column {
    testing.shouldError(
        fn: () => lacking |> highestMax(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /max: no column "_value" exists/,
    )
}

testcase highestMax_of_texts {
    testing.shouldError(
        fn: () => words |> highestMax(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /max: invalid use of function: \*universe\.MaxSelector has no implementation for type string/,
    )
}

testcase highestMax_of_a_key_column {
    got = keyed |> highestMax(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase highestAverage_with_nulls {
    got = holes |> highestAverage(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,g,_value
,,0,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase highestAverage_of_empty_tables {
    got = bare |> highestAverage(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,g,_value
,,0,a,
",
    )

    testing.diff(got: got, want: want)
}

testcase highestAverage_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> highestAverage(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /mean: column "_value" does not exist/,
    )
}

testcase highestAverage_of_texts {
    testing.shouldError(
        fn: () =>
            words |> highestAverage(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /mean: unsupported aggregate column type string of column "_value"/,
    )
}

testcase highestAverage_of_a_key_column {
    got = keyed |> highestAverage(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,g,_value
,,0,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase highestCurrent_with_nulls {
    got = holes |> highestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase highestCurrent_of_empty_tables {
    got = bare |> highestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,0,,,,,,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase highestCurrent_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> highestCurrent(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /last: no column "_value" exists/,
    )
}

testcase highestCurrent_of_texts {
    got = words |> highestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase highestCurrent_of_a_key_column {
    got = keyed |> highestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestMin_with_nulls {
    got = holes |> lowestMin(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestMin_of_empty_tables {
    got = bare |> lowestMin(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,0,,,,,,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestMin_without_the_column {
    testing.shouldError(
        fn: () => lacking |> lowestMin(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /min: no column "_value" exists/,
    )
}

testcase lowestMin_of_texts {
    testing.shouldError(
        fn: () => words |> lowestMin(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /min: invalid use of function: \*universe\.MinSelector has no implementation for type string/,
    )
}

testcase lowestMin_of_a_key_column {
    got = keyed |> lowestMin(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestAverage_with_nulls {
    got = holes |> lowestAverage(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,g,_value
,,0,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestAverage_of_empty_tables {
    got = bare |> lowestAverage(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,g,_value
,,0,a,
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestAverage_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> lowestAverage(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /mean: column "_value" does not exist/,
    )
}

testcase lowestAverage_of_texts {
    testing.shouldError(
        fn: () => words |> lowestAverage(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /mean: unsupported aggregate column type string of column "_value"/,
    )
}

testcase lowestAverage_of_a_key_column {
    got = keyed |> lowestAverage(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,g,_value
,,0,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestCurrent_with_nulls {
    got = holes |> lowestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestCurrent_of_empty_tables {
    got = bare |> lowestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,0,,,,,,
,result,table,_start,_stop,_time,_value,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestCurrent_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> lowestCurrent(n: 1, groupColumns: ["g"]) |> tableFind(fn: (key) => true),
        want: /last: no column "_value" exists/,
    )
}

testcase lowestCurrent_of_texts {
    got = words |> lowestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase lowestCurrent_of_a_key_column {
    got = keyed |> lowestCurrent(n: 1, groupColumns: ["g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,false,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}
