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

testcase tableFind_without_such_a_table {
    testing.shouldError(
        fn: () => holes |> tableFind(fn: (key) => key.g == "z"),
        want: /tableFind: no table found/,
    )
}

testcase findColumn_with_nulls {
    got = array.from(
        rows: [
            {
                n: string(
                    v: length(arr: holes |> findColumn(fn: (key) => key.g == "a", column: "_value")),
                ),
            },
        ],
    )
    want = csv.from(
        csv: "
#datatype,string,long,string
#group,false,false,false
#default,_result,,
,result,table,n
,,0,3
",
    )

    testing.diff(got: got, want: want)
}

testcase findColumn_without_such_a_table {
    got = array.from(
        rows: [{n: length(arr: holes |> findColumn(fn: (key) => key.g == "z", column: "_value"))}],
    )
    want = csv.from(
        csv: "
#datatype,string,long,long
#group,false,false,false
#default,_result,,
,result,table,n
,,0,0
",
    )

    testing.diff(got: got, want: want)
}

testcase findColumn_of_empty_tables {
    got = array.from(
        rows: [{n: length(arr: bare |> findColumn(fn: (key) => true, column: "_value"))}],
    )
    want = csv.from(
        csv: "
#datatype,string,long,long
#group,false,false,false
#default,_result,,
,result,table,n
,,0,0
",
    )

    testing.diff(got: got, want: want)
}

testcase findColumn_without_the_column {
    got = array.from(
        rows: [{n: length(arr: holes |> findColumn(fn: (key) => true, column: "nope"))}],
    )
    want = csv.from(
        csv: "
#datatype,string,long,long
#group,false,false,false
#default,_result,,
,result,table,n
,,0,0
",
    )

    testing.diff(got: got, want: want)
}

testcase findColumn_of_a_key_column {
    got = array.from(
        rows: [{n: length(arr: holes |> findColumn(fn: (key) => key.g == "a", column: "g"))}],
    )
    want = csv.from(
        csv: "
#datatype,string,long,long
#group,false,false,false
#default,_result,,
,result,table,n
,,0,3
",
    )

    testing.diff(got: got, want: want)
}

testcase getColumn_without_the_column {
    testing.shouldError(
        fn: () =>
            array.from(
                rows: [
                    {
                        n: length(
                            arr: holes |> tableFind(fn: (key) => true) |> getColumn(column: "nope"),
                        ),
                    },
                ],
            )
                |> tableFind(fn: (key) => true),
        want: /getColumn: cannot find column nope/,
    )
}

testcase getColumn_of_empty_tables {
    got = array.from(
        rows: [
            {n: length(arr: bare |> tableFind(fn: (key) => true) |> getColumn(column: "_value"))},
        ],
    )
    want = csv.from(
        csv: "
#datatype,string,long,long
#group,false,false,false
#default,_result,,
,result,table,n
,,0,0
",
    )

    testing.diff(got: got, want: want)
}

testcase findRecord_with_nulls {
    got = array.from(
        rows: [
            {
                n:
                    if exists (holes |> findRecord(fn: (key) => key.g == "a", idx: 1))._value then
                        "some"
                    else
                        "null",
            },
        ],
    )
    want = csv.from(
        csv: "
#datatype,string,long,string
#group,false,false,false
#default,_result,,
,result,table,n
,,0,null
",
    )

    testing.diff(got: got, want: want)
}

testcase findRecord_beyond_the_last_row {
    got = array.from(
        rows: [
            {
                n:
                    if exists (holes |> findRecord(fn: (key) => key.g == "a", idx: 9)).s then
                        "some"
                    else
                        "null",
            },
        ],
    )
    want = csv.from(
        csv: "
#datatype,string,long,string
#group,false,false,false
#default,_result,,
,result,table,n
,,0,null
",
    )

    testing.diff(got: got, want: want)
}

testcase findRecord_without_such_a_table {
    got = array.from(
        rows: [
            {
                n:
                    if exists (holes |> findRecord(fn: (key) => key.g == "z", idx: 0)).s then
                        "some"
                    else
                        "null",
            },
        ],
    )
    want = csv.from(
        csv: "
#datatype,string,long,string
#group,false,false,false
#default,_result,,
,result,table,n
,,0,null
",
    )

    testing.diff(got: got, want: want)
}

testcase getRecord_beyond_the_last_row {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{n: (holes |> tableFind(fn: (key) => true) |> getRecord(idx: 9)).s}])
                |> tableFind(fn: (key) => true),
        want: /getRecord: index out of bounds: 9; the table has 3 rows/,
    )
}

testcase getRecord_before_the_first_row {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{n: (holes |> tableFind(fn: (key) => true) |> getRecord(idx: -1)).s}])
                |> tableFind(fn: (key) => true),
        want: /getRecord: index out of bounds: -1; the table has 3 rows/,
    )
}

testcase join_without_the_column {
    testing.assertEmpty(tables: join(tables: {l: lacking, r: holes}, on: ["_value"]))
}

testcase join_with_nulls {
    got =
        join(tables: {l: holes, r: holes}, on: ["_value"])
            |> keep(columns: ["_value", "_time_l", "s_r"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,double,string
#group,false,false,false,false,false
#default,_result,,,,
,result,table,_time_l,_value,s_r
,,0,2024-01-01T00:00:00Z,3,x
,,0,2024-01-01T00:00:20Z,5,x
",
    )

    testing.diff(got: got, want: want)
}

testcase join_of_empty_tables {
    testing.assertEmpty(tables: join(tables: {l: bare, r: holes}, on: ["_time", "g"]))
}

testcase join_of_other_types {
    testing.assertEmpty(tables: join(tables: {l: words, r: holes}, on: ["_value"]))
}

testcase join_of_a_key_column {
    got = join(
        tables: {
            l: holes |> keep(columns: ["g", "_time", "s"]),
            r: holes |> keep(columns: ["g", "_time", "_value"]),
        },
        on: ["g", "_time"],
    )
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,double,string,string
#group,false,false,false,false,true,false
#default,_result,,,,,
,result,table,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,3,a,x
,,0,2024-01-01T00:00:10Z,,a,y
,,0,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,,b,x
,,1,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase union_of_other_types {
    testing.shouldError(
        fn: () => union(tables: [holes, words]) |> tableFind(fn: (key) => true),
        want: /schema collision detected: column "_value" is both of type float and string/,
    )
}

testcase union_of_empty_tables {
    got = union(tables: [bare, holes])
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

testcase union_without_the_column {
    got = union(tables: [lacking, holes])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,a,x,3
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,5
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,b,x,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,
",
    )

    testing.diff(got: got, want: want)
}

testcase union_of_other_keys {
    got = union(tables: [keyed, holes])
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

#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,a,y
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,,b,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
,,4,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,5,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase linearBins_with_infinity {
    got = array.from(
        rows: array.map(arr: linearBins(start: 0.0, width: 2.5, count: 3), fn: (x) => ({x: x})),
    )
    want = csv.from(
        csv: "
#datatype,string,long,double
#group,false,false,false
#default,_result,,
,result,table,x
,,0,0
,,0,2.5
,,0,5
,,0,+Inf
",
    )

    testing.diff(got: got, want: want)
}

testcase logarithmicBins_without_infinity {
    got = array.from(
        rows: array.map(
            arr: logarithmicBins(start: 1.0, factor: 2.0, count: 3, infinity: false),
            fn: (x) => ({x: x}),
        ),
    )
    want = csv.from(
        csv: "
#datatype,string,long,double
#group,false,false,false
#default,_result,,
,result,table,x
,,0,1
,,0,2
,,0,4
",
    )

    testing.diff(got: got, want: want)
}

testcase cov_of_empty_tables {
    testing.assertEmpty(tables: cov(x: bare, y: bare, on: ["_time", "g"]))
}

testcase cov_with_nulls {
    got = cov(x: holes, y: holes, on: ["_time", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,true,true,false
#default,_result,,,,,,,
,result,table,_start_x,_start_y,_stop_x,_stop_y,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,a,2
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,b,NaN
",
    )

    testing.diff(got: got, want: want)
}

testcase cov_of_texts {
    testing.shouldError(
        fn: () => cov(x: words, y: words, on: ["_time", "g"]) |> tableFind(fn: (key) => true),
        want: /covariance: covariance does not support string \(column "_value_x"\)/,
    )
}

testcase pearsonr_with_nulls {
    got = pearsonr(x: holes, y: holes, on: ["_time", "g"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,true,true,false
#default,_result,,,,,,,
,result,table,_start_x,_start_y,_stop_x,_stop_y,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,a,1
,,1,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:01:00Z,b,NaN
",
    )

    testing.diff(got: got, want: want)
}
