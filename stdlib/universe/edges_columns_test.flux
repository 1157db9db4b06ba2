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

testcase columns_with_nulls {
    got = holes |> columns()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_time
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,s
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_time
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_value
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,s
",
    )

    testing.diff(got: got, want: want)
}

testcase columns_of_empty_tables {
    got = bare |> columns()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_time
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,s
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_time
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_value
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,s
",
    )

    testing.diff(got: got, want: want)
}

testcase columns_without_the_column {
    got = lacking |> columns()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_time
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,s
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_time
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,s
",
    )

    testing.diff(got: got, want: want)
}

testcase columns_of_texts {
    got = words |> columns()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_time
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,s
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_time
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_value
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,s
",
    )

    testing.diff(got: got, want: want)
}

testcase columns_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> columns() |> tableFind(fn: (key) => true),
        want: /columns found duplicate table/,
    )
}

testcase keys_with_nulls {
    got = holes |> keys()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
",
    )

    testing.diff(got: got, want: want)
}

testcase keys_of_empty_tables {
    got = bare |> keys()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
",
    )

    testing.diff(got: got, want: want)
}

testcase keys_without_the_column {
    got = lacking |> keys()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
",
    )

    testing.diff(got: got, want: want)
}

testcase keys_of_texts {
    got = words |> keys()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_start
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_stop
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,g
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_start
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_stop
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,g
",
    )

    testing.diff(got: got, want: want)
}

testcase keys_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> keys() |> tableFind(fn: (key) => true),
        want: /keys found duplicate table/,
    )
}

testcase keyValues_with_nulls {
    got = holes |> keyValues(keyColumns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string,double
#group,false,false,true,true,true,false,false
#default,_result,,,,,,
,result,table,_start,_stop,g,_key,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value,3
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value,5
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_value,
",
    )

    testing.diff(got: got, want: want)
}

testcase keyValues_of_empty_tables {
    got = bare |> keyValues(keyColumns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string,double
#group,false,false,true,true,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,,
,result,table,_start,_stop,g,_key,_value

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string,double
#group,false,false,true,true,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,,
,result,table,_start,_stop,g,_key,_value
",
    )

    testing.diff(got: got, want: want)
}

testcase keyValues_without_the_column {
    testing.shouldError(
        fn: () => lacking |> keyValues(keyColumns: ["_value"]) |> tableFind(fn: (key) => true),
        want: /keyValues: received table with columns \[_start _stop _time g s\] not having key columns \[_v/,
    )
}

testcase keyValues_of_texts {
    got = words |> keyValues(keyColumns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,true,false,false
#default,_result,,,,,,
,result,table,_start,_stop,g,_key,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,_value,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_value,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,_value,z
",
    )

    testing.diff(got: got, want: want)
}

testcase keyValues_of_a_key_column {
    got = keyed |> keyValues(keyColumns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,true,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_value,g,_key
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,a,_value
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,b,_value
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,3,a,_value
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,5,a,_value
",
    )

    testing.diff(got: got, want: want)
}

testcase drop_with_nulls {
    got = holes |> drop(columns: ["_value"])
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

testcase drop_of_empty_tables {
    got = bare |> drop(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,a,
,result,table,_start,_stop,_time,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,b,
,result,table,_start,_stop,_time,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase drop_without_the_column {
    got = lacking |> drop(columns: ["_value"])
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

testcase drop_of_texts {
    got = words |> drop(columns: ["_value"])
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

testcase drop_of_a_key_column {
    got = keyed |> drop(columns: ["_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase keep_with_nulls {
    got = holes |> keep(columns: ["_value", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,double,string
#group,false,false,false,true
#default,_result,,,
,result,table,_value,g
,,0,3,a
,,0,,a
,,0,5,a
,,1,,b
,,1,,b
",
    )

    testing.diff(got: got, want: want)
}

testcase keep_of_empty_tables {
    got = bare |> keep(columns: ["_value", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,double,string
#group,false,false,false,true
#default,_result,0,,a
,result,table,_value,g

#datatype,string,long,double,string
#group,false,false,false,true
#default,_result,1,,b
,result,table,_value,g
",
    )

    testing.diff(got: got, want: want)
}

testcase keep_without_the_column {
    got = lacking |> keep(columns: ["_value", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,string
#group,false,false,true
#default,_result,,
,result,table,g
,,0,a
,,0,a
,,0,a
,,1,b
,,1,b
",
    )

    testing.diff(got: got, want: want)
}

testcase keep_of_texts {
    got = words |> keep(columns: ["_value", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,string,string
#group,false,false,false,true
#default,_result,,,
,result,table,_value,g
,,0,x,a
,,0,y,a
,,0,x,a
,,1,x,b
,,1,z,b
",
    )

    testing.diff(got: got, want: want)
}

testcase keep_of_a_key_column {
    got = keyed |> keep(columns: ["_value", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,double,string
#group,false,false,true,true
#default,_result,,,
,result,table,_value,g
,,0,,a
,,1,,b
,,1,,b
,,2,3,a
,,3,5,a
",
    )

    testing.diff(got: got, want: want)
}

testcase rename_with_nulls {
    got = holes |> rename(columns: {_value: "v"})
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,v,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase rename_of_empty_tables {
    got = bare |> rename(columns: {_value: "v"})
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,
,result,table,_start,_stop,_time,v,g,s

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,
,result,table,_start,_stop,_time,v,g,s
",
    )

    testing.diff(got: got, want: want)
}

testcase rename_without_the_column {
    testing.shouldError(
        fn: () => lacking |> rename(columns: {_value: "v"}) |> tableFind(fn: (key) => true),
        want: /rename: rename error: column "_value" doesn't exist/,
    )
}

testcase rename_of_texts {
    got = words |> rename(columns: {_value: "v"})
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,v,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase rename_of_a_key_column {
    got = keyed |> rename(columns: {_value: "v"})
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,v,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase duplicate_with_nulls {
    got = holes |> duplicate(column: "_value", as: "v")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,double
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,v
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,3
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,5
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,
",
    )

    testing.diff(got: got, want: want)
}

testcase duplicate_of_empty_tables {
    got = bare |> duplicate(column: "_value", as: "v")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,double
#group,false,false,true,true,false,false,true,false,false
#default,_result,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,,
,result,table,_start,_stop,_time,_value,g,s,v

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,double
#group,false,false,true,true,false,false,true,false,false
#default,_result,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,,
,result,table,_start,_stop,_time,_value,g,s,v
",
    )

    testing.diff(got: got, want: want)
}

testcase duplicate_without_the_column {
    testing.shouldError(
        fn: () => lacking |> duplicate(column: "_value", as: "v") |> tableFind(fn: (key) => true),
        want: /duplicate: duplicate error: column "_value" doesn't exist/,
    )
}

testcase duplicate_of_texts {
    got = words |> duplicate(column: "_value", as: "v")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string,string
#group,false,false,true,true,false,false,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,v
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,x,x
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,y,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,z,z
",
    )

    testing.diff(got: got, want: want)
}

testcase duplicate_of_a_key_column {
    got = keyed |> duplicate(column: "_value", as: "v")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,double
#group,false,false,true,true,false,true,true,false,false
#default,_result,,,,,,,,
,result,table,_start,_stop,_time,_value,g,s,v
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z,
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x,3
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x,5
",
    )

    testing.diff(got: got, want: want)
}

testcase set_with_nulls {
    got = holes |> set(key: "s", value: "q")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,q
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,q
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,q
",
    )

    testing.diff(got: got, want: want)
}

testcase set_of_empty_tables {
    got = bare |> set(key: "s", value: "q")
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

testcase set_without_the_column {
    got = lacking |> set(key: "s", value: "q")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string
#group,false,false,true,true,false,true,false
#default,_result,,,,,,
,result,table,_start,_stop,_time,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,q
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,q
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,q
",
    )

    testing.diff(got: got, want: want)
}

testcase set_of_texts {
    got = words |> set(key: "s", value: "q")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,a,q
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,y,a,q
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,z,b,q
",
    )

    testing.diff(got: got, want: want)
}

testcase set_of_a_key_column {
    got = keyed |> set(key: "s", value: "q")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,q
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,q
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,q
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,q
",
    )

    testing.diff(got: got, want: want)
}
