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

testcase filter_with_nulls {
    got = holes |> filter(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase filter_of_empty_tables {
    testing.assertEmpty(tables: bare |> filter(fn: (r) => r._value > 4.0))
}

testcase filter_without_the_column {
    testing.assertEmpty(tables: lacking |> filter(fn: (r) => r._value > 4.0))
}

testcase filter_of_texts {
    testing.shouldError(
        fn: () => words |> filter(fn: (r) => r._value > 4.0) |> tableFind(fn: (key) => true),
        want: /unsupported binary expression string > float/,
    )
}

testcase filter_of_a_key_column {
    got = keyed |> filter(fn: (r) => r._value > 4.0)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase sort_with_nulls {
    got = holes |> sort(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase sort_of_empty_tables {
    got = bare |> sort(columns: ["_value"])
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

testcase sort_without_the_column {
    got = lacking |> sort(columns: ["_value"])
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

testcase sort_of_texts {
    got = words |> sort(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase sort_of_a_key_column {
    got = keyed |> sort(columns: ["_value"])
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

testcase sort_desc_with_nulls {
    got = holes |> sort(columns: ["_value"], desc: true)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase sort_desc_of_empty_tables {
    got = bare |> sort(columns: ["_value"], desc: true)
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

testcase sort_desc_without_the_column {
    got = lacking |> sort(columns: ["_value"], desc: true)
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

testcase sort_desc_of_texts {
    got = words |> sort(columns: ["_value"], desc: true)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase sort_desc_of_a_key_column {
    got = keyed |> sort(columns: ["_value"], desc: true)
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

testcase limit_with_nulls {
    got = holes |> limit(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase limit_of_empty_tables {
    got = bare |> limit(n: 1)
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

testcase limit_without_the_column {
    got = lacking |> limit(n: 1)
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

testcase limit_of_texts {
    got = words |> limit(n: 1)
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

testcase limit_of_a_key_column {
    got = keyed |> limit(n: 1)
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

testcase tail_with_nulls {
    got = holes |> tail(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase tail_of_empty_tables {
    got = bare |> tail(n: 1)
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

testcase tail_without_the_column {
    got = lacking |> tail(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase tail_of_texts {
    got = words |> tail(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase tail_of_a_key_column {
    got = keyed |> tail(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase map_with_nulls {
    got = holes |> map(fn: (r) => ({r with _value: r._value}))
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

testcase map_of_empty_tables {
    testing.assertEmpty(tables: bare |> map(fn: (r) => ({r with _value: r._value})))
}

testcase map_without_the_column {
    got = lacking |> map(fn: (r) => ({r with _value: r._value}))
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

testcase map_of_texts {
    got = words |> map(fn: (r) => ({r with _value: r._value}))
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

testcase map_of_a_key_column {
    got = keyed |> map(fn: (r) => ({r with _value: r._value}))
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

testcase group_with_nulls {
    got = holes |> group(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase group_of_empty_tables {
    testing.assertEmpty(tables: bare |> group(columns: ["_value"]))
}

testcase group_without_the_column {
    got = lacking |> group(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,false,false,false,false,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase group_of_texts {
    got = words |> group(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,false,false,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase group_of_a_key_column {
    got = keyed |> group(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,false,false,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase pivot_with_nulls {
    got = holes |> pivot(rowKey: ["_time"], columnKey: ["s"], valueColumn: "_value")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,x,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,3,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,5,

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,x,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,,
",
    )

    testing.diff(got: got, want: want)
}

testcase pivot_of_empty_tables {
    got = bare |> pivot(rowKey: ["_time"], columnKey: ["s"], valueColumn: "_value")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string
#group,false,false,true,true,false,true
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,a
,result,table,_start,_stop,_time,g

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string
#group,false,false,true,true,false,true
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,b
,result,table,_start,_stop,_time,g
",
    )

    testing.diff(got: got, want: want)
}

testcase pivot_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking
                |> pivot(rowKey: ["_time"], columnKey: ["s"], valueColumn: "_value")
                |> tableFind(fn: (key) => true),
        want: /pivot: specified value column does not exist in table: _value/,
    )
}

testcase pivot_of_texts {
    got = words |> pivot(rowKey: ["_time"], columnKey: ["s"], valueColumn: "_value")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,x,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,x,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,,z
",
    )

    testing.diff(got: got, want: want)
}

testcase pivot_of_a_key_column {
    got = keyed |> pivot(rowKey: ["_time"], columnKey: ["s"], valueColumn: "_value")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,y,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,,3
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,,5

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,x,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,,
",
    )

    testing.diff(got: got, want: want)
}

testcase union_with_nulls {
    got = union(tables: [holes, holes])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase union_of_empty_tables {
    got = union(tables: [bare, bare])
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

testcase union_without_the_column {
    got = union(tables: [lacking, lacking])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase union_of_texts {
    got = union(tables: [words, words])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase union_of_a_key_column {
    got = union(tables: [keyed, keyed])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}
