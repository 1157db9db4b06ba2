// Package sampledata has small streams to try things out with.
//
// Each stream has two tables, told apart by the column `tag`, of six rows, ten seconds apart.
package sampledata

import "csv"

// start is the time of the first rows.
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.start
// ```
//
// ```text
// 2021-01-01T00:00:00.000000000Z
// ```
start = 2021-01-01T00:00:00Z

// stop is the time at which the streams end; it lies after the last rows.
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.stop
// ```
//
// ```text
// 2021-01-01T00:01:00.000000000Z
// ```
stop = 2021-01-01T00:01:00Z

// _sheet writes twelve values as annotated CSV.
//
// With nulls, the cells 1, 3, 4, 6 and 10 stay empty. The functions that convert the values want the
// column `tag` behind them.
_sheet = (type, values, includeNull, tagLast) => {
    gap = (v) => if includeNull then "" else v
    row = (table, time, tag, value) =>
        ",,${table},2021-01-01T00:00:${time}Z,"
            + (if tagLast then
                "${value},${tag}"
            else
                "${tag},${value}")

    return "#group,false,false,false,${if tagLast then "false,true" else "true,false"}
#datatype,string,long,dateTime:RFC3339,${if tagLast then "${type},string" else "string,${type}"}
#default,_result,,,,
,result,table,_time,${if tagLast then "_value,tag" else "tag,_value"}
${row(table: 0, time: "00", tag: "t1", value: values[0])}
${row(table: 0, time: "10", tag: "t1", value: gap(v: values[1]))}
${row(table: 0, time: "20", tag: "t1", value: values[2])}
${row(table: 0, time: "30", tag: "t1", value: gap(v: values[3]))}
${row(table: 0, time: "40", tag: "t1", value: gap(v: values[4]))}
${row(table: 0, time: "50", tag: "t1", value: values[5])}
${row(table: 1, time: "00", tag: "t2", value: gap(v: values[6]))}
${row(table: 1, time: "10", tag: "t2", value: values[7])}
${row(table: 1, time: "20", tag: "t2", value: values[8])}
${row(table: 1, time: "30", tag: "t2", value: values[9])}
${row(table: 1, time: "40", tag: "t2", value: gap(v: values[10]))}
${row(table: 1, time: "50", tag: "t2", value: values[11])}
"
}

// _numbers are the values of `float`.
_numbers = [
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
]

// _texts are the values of `string`.
_texts = [
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
]

// _truths are the values of `bool`.
_truths = [
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
]

// _numeric gives the floats as annotated CSV.
//
// ## Parameters
//
// - includeNull: Leave some values out (default `false`).
_numeric = (includeNull=false) => _sheet(
    type: "double",
    values: _numbers,
    includeNull: includeNull,
    tagLast: false,
)

// _string gives the strings as annotated CSV.
//
// ## Parameters
//
// - includeNull: Leave some values out (default `false`).
_string = (includeNull=false) => _sheet(
    type: "string",
    values: _texts,
    includeNull: includeNull,
    tagLast: false,
)

// _bool gives the truth values as annotated CSV.
//
// ## Parameters
//
// - includeNull: Leave some values out (default `false`).
_bool = (includeNull=false) => _sheet(
    type: "boolean",
    values: _truths,
    includeNull: includeNull,
    tagLast: false,
)

// _whole gives values for a function that converts them to numbers.
_whole = (type, values, includeNull) => csv.from(
    csv: _sheet(type: type, values: values, includeNull: includeNull, tagLast: true),
)

// float gives a stream with values of type float.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
//
// ## Examples
//
// ### All rows
//
// ```flux
// import "sampledata"
//
// sampledata.float()
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2021-01-01T00:00:00Z │  -2.18 │
// │ 2021-01-01T00:00:10Z │  10.92 │
// │ 2021-01-01T00:00:20Z │   7.35 │
// │ 2021-01-01T00:00:30Z │  17.53 │
// │ 2021-01-01T00:00:40Z │  15.23 │
// │ 2021-01-01T00:00:50Z │   4.43 │
// └──────────────────────┴────────┘
// 6 rows
//
// _result · table 1 · tag=t2
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2021-01-01T00:00:00Z │  19.85 │
// │ 2021-01-01T00:00:10Z │   4.97 │
// │ 2021-01-01T00:00:20Z │  -3.75 │
// │ 2021-01-01T00:00:30Z │  19.77 │
// │ 2021-01-01T00:00:40Z │  13.86 │
// │ 2021-01-01T00:00:50Z │   1.86 │
// └──────────────────────┴────────┘
// 6 rows
// ```
//
// ### Nulls among them
//
// ```flux
// import "sampledata"
//
// sampledata.float(includeNull: true)
//     |> filter(fn: (r) => not exists r._value)
//     |> keep(columns: ["_time", "tag"])
//     |> limit(n: 2)
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌──────────────────────┐
// │ _time                │
// │ time                 │
// ├──────────────────────┤
// │ 2021-01-01T00:00:10Z │
// │ 2021-01-01T00:00:30Z │
// └──────────────────────┘
// 2 rows
//
// _result · table 1 · tag=t2
// ┌──────────────────────┐
// │ _time                │
// │ time                 │
// ├──────────────────────┤
// │ 2021-01-01T00:00:00Z │
// │ 2021-01-01T00:00:40Z │
// └──────────────────────┘
// 2 rows
// ```
float = (includeNull=false) => csv.from(csv: _numeric(includeNull: includeNull))

// int gives a stream with values of type int.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.int() |> sum()
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │     51 │
// └────────┘
// 1 row
//
// _result · table 1 · tag=t2
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │     53 │
// └────────┘
// 1 row
// ```
int = (includeNull=false) =>
    _whole(type: "double", values: _numbers, includeNull: includeNull) |> toInt()

// uint gives a stream with values of type uint; negative numbers wrap around.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.uint() |> max()
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌──────────────────────┬──────────────────────┐
// │ _time                │               _value │
// │ time                 │                 uint │
// ├──────────────────────┼──────────────────────┤
// │ 2021-01-01T00:00:00Z │ 18446744073709551614 │
// └──────────────────────┴──────────────────────┘
// 1 row
//
// _result · table 1 · tag=t2
// ┌──────────────────────┬──────────────────────┐
// │ _time                │               _value │
// │ time                 │                 uint │
// ├──────────────────────┼──────────────────────┤
// │ 2021-01-01T00:00:20Z │ 18446744073709551613 │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
uint = (includeNull=false) =>
    _whole(type: "double", values: _numbers, includeNull: includeNull) |> toUInt()

// string gives a stream with values of type string.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.string() |> limit(n: 2)
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌──────────────────────┬─────────────┐
// │ _time                │ _value      │
// │ time                 │ string      │
// ├──────────────────────┼─────────────┤
// │ 2021-01-01T00:00:00Z │ smpl_g9qczs │
// │ 2021-01-01T00:00:10Z │ smpl_0mgv9n │
// └──────────────────────┴─────────────┘
// 2 rows
//
// _result · table 1 · tag=t2
// ┌──────────────────────┬─────────────┐
// │ _time                │ _value      │
// │ time                 │ string      │
// ├──────────────────────┼─────────────┤
// │ 2021-01-01T00:00:00Z │ smpl_b5eida │
// │ 2021-01-01T00:00:10Z │ smpl_eu4oxp │
// └──────────────────────┴─────────────┘
// 2 rows
// ```
string = (includeNull=false) => csv.from(csv: _string(includeNull: includeNull))

// bool gives a stream with values of type bool.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.bool() |> filter(fn: (r) => r._value) |> count()
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      3 │
// └────────┘
// 1 row
//
// _result · table 1 · tag=t2
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      3 │
// └────────┘
// 1 row
// ```
bool = (includeNull=false) => csv.from(csv: _bool(includeNull: includeNull))

// numericBool gives the stream of `bool` with 1 for true and 0 for false.
//
// ## Parameters
//
// - includeNull: Make some values null (default `false`).
//
// ## Examples
//
// ```flux
// import "sampledata"
//
// sampledata.numericBool() |> sum()
// ```
//
// ```text
// _result · table 0 · tag=t1
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      3 │
// └────────┘
// 1 row
//
// _result · table 1 · tag=t2
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      3 │
// └────────┘
// 1 row
// ```
numericBool = (includeNull=false) =>
    _whole(type: "boolean", values: _truths, includeNull: includeNull) |> toInt()
