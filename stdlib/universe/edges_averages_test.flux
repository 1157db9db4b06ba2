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

testcase movingAverage_with_nulls {
    got = holes |> movingAverage(n: 2)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,3,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase movingAverage_of_empty_tables {
    got = bare |> movingAverage(n: 2)
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

testcase movingAverage_without_the_column {
    testing.shouldError(
        fn: () => lacking |> movingAverage(n: 2) |> tableFind(fn: (key) => true),
        want: /movingAverage: no column "_value" exists/,
    )
}

testcase movingAverage_of_texts {
    testing.shouldError(
        fn: () => words |> movingAverage(n: 2) |> tableFind(fn: (key) => true),
        want: /movingAverage: column "_value" must be a number, it is of type string/,
    )
}

testcase movingAverage_of_a_key_column {
    got = keyed |> movingAverage(n: 2)
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

testcase exponentialMovingAverage_with_nulls {
    got = holes |> exponentialMovingAverage(n: 2)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,3,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,4.333333333333333,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase exponentialMovingAverage_of_empty_tables {
    got = bare |> exponentialMovingAverage(n: 2)
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

testcase exponentialMovingAverage_without_the_column {
    testing.shouldError(
        fn: () => lacking |> exponentialMovingAverage(n: 2) |> tableFind(fn: (key) => true),
        want: /exponentialMovingAverage: no column "_value" exists/,
    )
}

testcase exponentialMovingAverage_of_texts {
    testing.shouldError(
        fn: () => words |> exponentialMovingAverage(n: 2) |> tableFind(fn: (key) => true),
        want: /exponentialMovingAverage: column "_value" must be a number, it is of type string/,
    )
}

testcase exponentialMovingAverage_of_a_key_column {
    got = keyed |> exponentialMovingAverage(n: 2)
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

testcase doubleEMA_with_nulls {
    got = holes |> doubleEMA(n: 2)
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

testcase doubleEMA_of_empty_tables {
    testing.assertEmpty(tables: bare |> doubleEMA(n: 2))
}

testcase doubleEMA_without_the_column {
    testing.shouldError(
        fn: () => lacking |> doubleEMA(n: 2) |> tableFind(fn: (key) => true),
        want: /exponentialMovingAverage: no column "_value" exists/,
    )
}

testcase doubleEMA_of_texts {
    testing.shouldError(
        fn: () => words |> doubleEMA(n: 2) |> tableFind(fn: (key) => true),
        want: /exponentialMovingAverage: column "_value" must be a number, it is of type string/,
    )
}

testcase doubleEMA_of_a_key_column {
    got = keyed |> doubleEMA(n: 2)
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

testcase tripleEMA_with_nulls {
    got = holes |> tripleEMA(n: 2)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5.666666666666666,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase tripleEMA_of_empty_tables {
    testing.assertEmpty(tables: bare |> tripleEMA(n: 2))
}

testcase tripleEMA_without_the_column {
    testing.shouldError(
        fn: () => lacking |> tripleEMA(n: 2) |> tableFind(fn: (key) => true),
        want: /exponentialMovingAverage: no column "_value" exists/,
    )
}

testcase tripleEMA_of_texts {
    testing.shouldError(
        fn: () => words |> tripleEMA(n: 2) |> tableFind(fn: (key) => true),
        want: /exponentialMovingAverage: column "_value" must be a number, it is of type string/,
    )
}

testcase tripleEMA_of_a_key_column {
    got = keyed |> tripleEMA(n: 2)
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

testcase tripleExponentialDerivative_with_nulls {
    got = holes |> tripleExponentialDerivative(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,0,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,66.66666666666667,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,NaN,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase tripleExponentialDerivative_of_empty_tables {
    got = bare |> tripleExponentialDerivative(n: 1)
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

testcase tripleExponentialDerivative_without_the_column {
    testing.shouldError(
        fn: () => lacking |> tripleExponentialDerivative(n: 1) |> tableFind(fn: (key) => true),
        want: /tripleExponentialDerivative: no column "_value" exists/,
    )
}

testcase tripleExponentialDerivative_of_texts {
    testing.shouldError(
        fn: () => words |> tripleExponentialDerivative(n: 1) |> tableFind(fn: (key) => true),
        want: /tripleExponentialDerivative: column "_value" must be a number, it is of type string/,
    )
}

testcase tripleExponentialDerivative_of_a_key_column {
    got = keyed |> tripleExponentialDerivative(n: 1)
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

testcase relativeStrengthIndex_with_nulls {
    got = holes |> relativeStrengthIndex(n: 2)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,100,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,NaN,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase relativeStrengthIndex_of_empty_tables {
    got = bare |> relativeStrengthIndex(n: 2)
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

testcase relativeStrengthIndex_without_the_column {
    got = lacking |> relativeStrengthIndex(n: 2)
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

testcase relativeStrengthIndex_of_texts {
    testing.shouldError(
        fn: () => words |> relativeStrengthIndex(n: 2) |> tableFind(fn: (key) => true),
        want: /relativeStrengthIndex: column "_value" must be a number, it is of type string/,
    )
}

testcase relativeStrengthIndex_of_a_key_column {
    got = keyed |> relativeStrengthIndex(n: 2)
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

testcase chandeMomentumOscillator_with_nulls {
    got = holes |> chandeMomentumOscillator(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,-100,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,100,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,NaN,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase chandeMomentumOscillator_of_empty_tables {
    got = bare |> chandeMomentumOscillator(n: 1)
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

testcase chandeMomentumOscillator_without_the_column {
    got = lacking |> chandeMomentumOscillator(n: 1)
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

testcase chandeMomentumOscillator_of_texts {
    testing.shouldError(
        fn: () => words |> chandeMomentumOscillator(n: 1) |> tableFind(fn: (key) => true),
        want: /chandeMomentumOscillator: column "_value" must be a number, it is of type string/,
    )
}

testcase chandeMomentumOscillator_of_a_key_column {
    got = keyed |> chandeMomentumOscillator(n: 1)
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

testcase kaufmansER_with_nulls {
    got = holes |> kaufmansER(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,1,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,1,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,NaN,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase kaufmansER_of_empty_tables {
    testing.assertEmpty(tables: bare |> kaufmansER(n: 1))
}

testcase kaufmansER_without_the_column {
    got = lacking |> kaufmansER(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,double
#group,false,false,true,true,false,true,false,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,g,s,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,a,y,
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,a,x,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,b,z,
",
    )

    testing.diff(got: got, want: want)
}

testcase kaufmansER_of_texts {
    testing.shouldError(
        fn: () => words |> kaufmansER(n: 1) |> tableFind(fn: (key) => true),
        want: /chandeMomentumOscillator: column "_value" must be a number, it is of type string/,
    )
}

testcase kaufmansER_of_a_key_column {
    got = keyed |> kaufmansER(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase kaufmansAMA_with_nulls {
    got = holes |> kaufmansAMA(n: 1)
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,1.6666666666666672,a,y
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,3.148148148148148,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:10Z,NaN,b,z
",
    )

    testing.diff(got: got, want: want)
}

testcase kaufmansAMA_to_the_last_digit {
    got =
        array.from(rows: [{_value: 100}, {_value: 100}, {_value: 2}, {_value: 1}])
            |> kaufmansAMA(n: 3)
            |> map(fn: (r) => ({text: string(v: r._value)}))
    want = array.from(rows: [{text: "1.5555555555555554"}])

    testing.diff(got: got, want: want)
}

testcase kaufmansAMA_of_empty_tables {
    got = bare |> kaufmansAMA(n: 1)
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

testcase kaufmansAMA_without_the_column {
    got = lacking |> kaufmansAMA(n: 1)
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

testcase kaufmansAMA_of_texts {
    testing.shouldError(
        fn: () => words |> kaufmansAMA(n: 1) |> tableFind(fn: (key) => true),
        want: /kaufmansAMA: column "_value" must be a number, it is of type string/,
    )
}

testcase kaufmansAMA_of_a_key_column {
    got = keyed |> kaufmansAMA(n: 1)
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
