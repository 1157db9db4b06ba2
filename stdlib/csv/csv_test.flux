package csv_test

import "array"
import "csv"
import "internal/debug"
import "testing"

annotated = "#datatype,string,long,dateTime:RFC3339,string,double,long,unsignedLong,boolean
#group,false,false,false,true,false,false,false,false
#default,_result,,,,,,,
,result,table,_time,host,_value,n,u,ok
,,0,2024-01-01T00:00:00Z,a,1.5,-1,7,true
,,0,2024-01-01T00:00:01Z,a,,,,
,,1,2024-01-01T00:00:00Z,b,2,3,4,false
"

testcase from_reads_types_group_key_and_nulls {
    want =
        array.from(
            rows: [
                {
                    _time: 2024-01-01T00:00:00Z,
                    host: "a",
                    _value: 1.5,
                    n: -1,
                    u: uint(v: 7),
                    ok: true,
                },
                {
                    _time: 2024-01-01T00:00:01Z,
                    host: "a",
                    _value: debug.null(type: "float"),
                    n: debug.null(type: "int"),
                    u: debug.null(type: "uint"),
                    ok: debug.null(type: "bool"),
                },
                {
                    _time: 2024-01-01T00:00:00Z,
                    host: "b",
                    _value: 2.0,
                    n: 3,
                    u: uint(v: 4),
                    ok: false,
                },
            ],
        )
            |> group(columns: ["host"])

    testing.diff(
        got: csv.from(csv: annotated) |> debug.opaque(),
        want: want |> debug.opaque(),
    )
}

testcase from_takes_defaults_for_empty_cells {
    text = "#datatype,string,long,string,long
#group,false,false,false,false
#default,_result,,none,5
,result,table,t,_value
,,0,,1
,,0,x,
"

    testing.diff(
        got: csv.from(csv: text) |> debug.opaque(),
        want: array.from(rows: [{t: "none", _value: 1}, {t: "x", _value: 5}]) |> debug.opaque(),
    )
}

testcase from_raw_reads_a_header_and_texts {
    testing.diff(
        got: csv.from(csv: "name,age\nAnn,7\n\"Bo, jr\",\n", mode: "raw"),
        want: array.from(
            rows: [{name: "Ann", age: "7"}, {name: "Bo, jr", age: debug.null(type: "string")}],
        ),
    )
}

testcase from_raw_of_a_header_is_empty {
    csv.from(csv: "a,b\n", mode: "raw") |> testing.assertEmpty()
}

testcase from_of_an_empty_text_is_empty {
    csv.from(csv: "") |> testing.assertEmpty()
}

first = (tables) => tables |> findRecord(fn: (key) => true, idx: 0)

testcase from_needs_one_source {
    testing.shouldError(fn: () => csv.from(), want: /csv.*file|file.*csv/)
}

testcase from_refuses_two_sources {
    testing.shouldError(
        fn: () => csv.from(csv: "a\n1\n", file: "a.csv"),
        want: /csv.*file|file.*csv/,
    )
}

testcase from_refuses_other_modes {
    testing.shouldError(
        fn: () => first(tables: csv.from(csv: "a\n1\n", mode: "tabs")),
        want: /tabs/,
    )
}

testcase from_fails_for_a_file_that_is_not_there {
    testing.shouldError(
        fn: () => first(tables: csv.from(file: "/nowhere/none.csv")),
        want: /none\.csv/,
    )
}

testcase from_refuses_a_cell_that_is_not_of_its_type {
    text = "#datatype,string,long,long
#group,false,false,false
#default,_result,,
,result,table,_value
,,0,one
"

    testing.shouldError(fn: () => first(tables: csv.from(csv: text)), want: /one/)
}

// Rows that differ in a column of the group key, in one table.
mixed = "#datatype,string,long,string,string,long
#group,false,false,true,false,false
#default,_result,,,,
,result,table,_field,host,_value
,,0,a,x,1
,,0,a,x,2
,,0,b,x,3
,,0,a,y,4
"

testcase from_keeps_the_values_of_key_columns_of_each_row {
    got = csv.from(csv: mixed) |> group(columns: ["_field"]) |> sum()
    want =
        array.from(rows: [{_field: "a", _value: 7}, {_field: "b", _value: 3}])
            |> group(columns: ["_field"])

    testing.diff(got: got, want: want)
}

testcase from_finds_rows_by_the_values_of_key_columns {
    got = csv.from(csv: mixed) |> filter(fn: (r) => r._field == "b") |> keep(columns: ["_value"])
    want = array.from(rows: [{_value: 3}])

    testing.diff(got: got, want: want)
}
