// Package sampledata has small streams to try things out with.
//
// Each stream has two tables, told apart by the column `tag`, of six rows, ten seconds apart.
package sampledata

import "csv"

// start is the time of the first rows.
start = 2021-01-01T00:00:00Z

// stop is the time at which the streams end; it lies after the last rows.
stop = 2021-01-01T00:01:00Z

// _sheet writes twelve values as annotated CSV.
//
// With nulls, the cells 1, 3, 4, 6 and 10 stay empty.
_sheet = (type, values, includeNull) => {
    gap = (v) => if includeNull then "" else v

    return
        "#group,false,false,false,true,false
#datatype,string,long,dateTime:RFC3339,string,${type}
#default,_result,,,,
,result,table,_time,tag,_value
,,0,2021-01-01T00:00:00Z,t1,${values[0]}
,,0,2021-01-01T00:00:10Z,t1,${gap(v: values[1])}
,,0,2021-01-01T00:00:20Z,t1,${values[2]}
,,0,2021-01-01T00:00:30Z,t1,${gap(v: values[3])}
,,0,2021-01-01T00:00:40Z,t1,${gap(v: values[4])}
,,0,2021-01-01T00:00:50Z,t1,${values[5]}
,,1,2021-01-01T00:00:00Z,t2,${gap(v: values[6])}
,,1,2021-01-01T00:00:10Z,t2,${values[7]}
,,1,2021-01-01T00:00:20Z,t2,${values[8]}
,,1,2021-01-01T00:00:30Z,t2,${values[9]}
,,1,2021-01-01T00:00:40Z,t2,${gap(v: values[10])}
,,1,2021-01-01T00:00:50Z,t2,${values[11]}
"
}

// _numeric gives the floats as annotated CSV.
//
// ## Parameters
//
// - includeNull: Leave some values out (default `false`).
_numeric = (includeNull=false) =>
    _sheet(
        type: "double",
        includeNull: includeNull,
        values: [
            "-2.18",
            "10.92",
            "7.35",
            "17.53",
            "15.23",
            "4.43",
            "19.85",
            "4.97",
            "-3.75",
            "19.77",
            "13.86",
            "1.86",
        ],
    )

// _string gives the strings as annotated CSV.
//
// ## Parameters
//
// - includeNull: Leave some values out (default `false`).
_string = (includeNull=false) =>
    _sheet(
        type: "string",
        includeNull: includeNull,
        values: [
            "smpl_g9qczs",
            "smpl_0mgv9n",
            "smpl_phw664",
            "smpl_guvzy4",
            "smpl_5v3cce",
            "smpl_s9fmgy",
            "smpl_b5eida",
            "smpl_eu4oxp",
            "smpl_5g7tz4",
            "smpl_sox1ut",
            "smpl_wfm757",
            "smpl_dtn2bv",
        ],
    )

// _bool gives the truth values as annotated CSV.
//
// ## Parameters
//
// - includeNull: Leave some values out (default `false`).
_bool = (includeNull=false) =>
    _sheet(
        type: "boolean",
        includeNull: includeNull,
        values: [
            "true",
            "true",
            "false",
            "true",
            "false",
            "false",
            "false",
            "true",
            "false",
            "true",
            "true",
            "false",
        ],
    )

// float gives a stream with values of type float.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
float = (includeNull=false) => csv.from(csv: _numeric(includeNull: includeNull))

// int gives a stream with values of type int.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
int = (includeNull=false) => float(includeNull: includeNull) |> toInt()

// uint gives a stream with values of type uint; negative numbers wrap around.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
uint = (includeNull=false) => float(includeNull: includeNull) |> toUInt()

// string gives a stream with values of type string.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
string = (includeNull=false) => csv.from(csv: _string(includeNull: includeNull))

// bool gives a stream with values of type bool.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
bool = (includeNull=false) => csv.from(csv: _bool(includeNull: includeNull))

// numericBool gives the stream of `bool` with 1 for true and 0 for false.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
numericBool = (includeNull=false) => bool(includeNull: includeNull) |> toInt()
