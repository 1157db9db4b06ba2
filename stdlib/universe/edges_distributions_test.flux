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

testcase median_with_nulls {
    got = holes |> median()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase median_of_nothing_but_NaN_is_NaN {
    got =
        array.from(rows: [{_value: float(v: "NaN")}, {_value: float(v: "NaN")}])
            |> median()
            |> map(fn: (r) => ({text: string(v: r._value)}))
    want = array.from(rows: [{text: "NaN"}])

    testing.diff(got: got, want: want)
}

testcase median_of_empty_tables {
    got = bare |> median()
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase median_without_the_column {
    testing.shouldError(
        fn: () => lacking |> median() |> tableFind(fn: (key) => true),
        want: /quantile: column "_value" does not exist/,
    )
}

testcase median_of_texts {
    testing.shouldError(
        fn: () => words |> median() |> tableFind(fn: (key) => true),
        want: /quantile: unsupported aggregate column type string of column "_value"/,
    )
}

testcase median_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> median() |> tableFind(fn: (key) => true),
        want: /quantile: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase median_exact_with_nulls {
    got = holes |> median(method: "exact_mean")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase median_exact_of_empty_tables {
    got = bare |> median(method: "exact_mean")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase median_exact_without_the_column {
    testing.shouldError(
        fn: () => lacking |> median(method: "exact_mean") |> tableFind(fn: (key) => true),
        want: /quantile: column "_value" does not exist/,
    )
}

testcase median_exact_of_texts {
    testing.shouldError(
        fn: () => words |> median(method: "exact_mean") |> tableFind(fn: (key) => true),
        want: /quantile: unsupported aggregate column type string of column "_value"/,
    )
}

testcase median_exact_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> median(method: "exact_mean") |> tableFind(fn: (key) => true),
        want: /quantile: cannot aggregate columns that are part of the group key: "_value"/,
    )
}

testcase quantile_selector_with_nulls {
    got = holes |> quantile(q: 0.5, method: "exact_selector")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase quantile_selector_of_empty_tables {
    got = bare |> quantile(q: 0.5, method: "exact_selector")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,
",
    )

    testing.diff(got: got, want: want)
}

testcase quantile_selector_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> quantile(q: 0.5, method: "exact_selector") |> tableFind(fn: (key) => true),
        want: /quantile: no column "_value" exists/,
    )
}

testcase quantile_selector_of_texts {
    got = words |> quantile(q: 0.5, method: "exact_selector")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,string,string,string
#group,false,false,true,true,false,false,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,x,a,x
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,x,b,x
",
    )

    testing.diff(got: got, want: want)
}

testcase quantile_selector_of_a_key_column {
    got = keyed |> quantile(q: 0.5, method: "exact_selector")
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string
#group,false,false,true,true,false,true,true,false
#default,_result,,,,,,,
,result,table,_start,_stop,_time,_value,g,s
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,a,
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,,,b,
,,2,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:00Z,3,a,x
,,3,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,2024-01-01T00:00:20Z,5,a,x
",
    )

    testing.diff(got: got, want: want)
}

testcase covariance_with_nulls {
    got = holes |> covariance(columns: ["_value", "_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,2
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,NaN
",
    )

    testing.diff(got: got, want: want)
}

testcase covariance_of_empty_tables {
    got = bare |> covariance(columns: ["_value", "_value"])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double
#group,false,false,true,true,true,false
#default,_result,,,,,
,result,table,_start,_stop,g,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,NaN
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,NaN
",
    )

    testing.diff(got: got, want: want)
}

testcase covariance_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking |> covariance(columns: ["_value", "_value"]) |> tableFind(fn: (key) => true),
        want: /covariance: specified column does not exist in table: _value/,
    )
}

testcase covariance_of_texts {
    testing.shouldError(
        fn: () =>
            words |> covariance(columns: ["_value", "_value"]) |> tableFind(fn: (key) => true),
        want: /covariance: covariance does not support string \(column "_value"\)/,
    )
}

testcase covariance_of_a_key_column {
    testing.shouldError(
        fn: () =>
            keyed |> covariance(columns: ["_value", "_value"]) |> tableFind(fn: (key) => true),
        want: /covariance found duplicate table/,
    )
}

testcase histogram_with_nulls {
    got = holes |> histogram(bins: [4.0, 8.0])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double,double
#group,false,false,true,true,true,false,false
#default,_result,,,,,,
,result,table,_start,_stop,g,le,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4,1
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,8,2
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,4,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,8,0
",
    )

    testing.diff(got: got, want: want)
}

testcase histogram_of_NaN {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_value: 1.0}, {_value: float(v: "NaN")}])
                |> histogram(bins: [1.0, float(v: "+Inf")])
                |> tableFind(fn: (key) => true),
        want: /histogram: found value greater than any bin: nan/,
    )
}

testcase histogram_of_empty_tables {
    got = bare |> histogram(bins: [4.0, 8.0])
    want = csv.from(
        csv: "
#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,string,double,double
#group,false,false,true,true,true,false,false
#default,_result,,,,,,
,result,table,_start,_stop,g,le,_value
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,4,0
,,0,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,a,8,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,4,0
,,1,2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,b,8,0
",
    )

    testing.diff(got: got, want: want)
}

testcase histogram_without_the_column {
    testing.shouldError(
        fn: () => lacking |> histogram(bins: [4.0, 8.0]) |> tableFind(fn: (key) => true),
        want: /histogram: column "_value" is missing/,
    )
}

testcase histogram_of_texts {
    testing.shouldError(
        fn: () => words |> histogram(bins: [4.0, 8.0]) |> tableFind(fn: (key) => true),
        want: /histogram: column "_value" must be a float got string/,
    )
}

testcase histogram_of_a_key_column {
    testing.shouldError(
        fn: () => keyed |> histogram(bins: [4.0, 8.0]) |> tableFind(fn: (key) => true),
        want: /histogram found duplicate table/,
    )
}

testcase histogramQuantile_with_nulls {
    testing.shouldError(
        fn: () =>
            holes
                |> rename(columns: {_time: "t"})
                |> map(fn: (r) => ({r with le: 1.0}))
                |> histogramQuantile(quantile: 0.5)
                |> tableFind(fn: (key) => true),
        want: /histogramQuantile: unexpected null in the countColumn \(row 1\)/,
    )
}

testcase histogramQuantile_of_empty_tables {
    testing.assertEmpty(
        tables:
            bare
                |> rename(columns: {_time: "t"})
                |> map(fn: (r) => ({r with le: 1.0}))
                |> histogramQuantile(quantile: 0.5),
    )
}

testcase histogramQuantile_without_the_column {
    testing.shouldError(
        fn: () =>
            lacking
                |> rename(columns: {_time: "t"})
                |> map(fn: (r) => ({r with le: 1.0}))
                |> histogramQuantile(quantile: 0.5)
                |> tableFind(fn: (key) => true),
        want: /histogramQuantile: no column "_value" exists/,
    )
}

testcase histogramQuantile_of_texts {
    testing.shouldError(
        fn: () =>
            words
                |> rename(columns: {_time: "t"})
                |> map(fn: (r) => ({r with le: 1.0}))
                |> histogramQuantile(quantile: 0.5)
                |> tableFind(fn: (key) => true),
        want: /histogramQuantile: count column "_value" must be of type float, it is of type string/,
    )
}

testcase histogramQuantile_of_a_key_column {
    testing.shouldError(
        fn: () =>
            keyed
                |> rename(columns: {_time: "t"})
                |> map(fn: (r) => ({r with le: 1.0}))
                |> histogramQuantile(quantile: 0.5)
                |> tableFind(fn: (key) => true),
        want: /histogramQuantile: unexpected null in the countColumn \(row 0\)/,
    )
}
