package universe_test

import "array"
import "internal/debug"
import "testing"

none = debug.null(type: "int")
hosts = array.from(
    rows: [
        {host: "a", _value: 5},
        {host: "a", _value: 1},
        {host: "b", _value: 9},
        {host: "b", _value: 3},
        {host: "c", _value: none},
        {host: "c", _value: 2},
    ],
)

testcase bottom_gives_the_least_rows_in_order {
    got = hosts |> filter(fn: (r) => exists r._value) |> bottom(n: 2)
    want = array.from(rows: [{host: "a", _value: 1}, {host: "c", _value: 2}])

    testing.diff(got: got, want: want)
}

testcase bottom_of_a_group_stays_in_it_and_nulls_are_least {
    got = hosts |> group(columns: ["host"]) |> bottom(n: 1) |> group() |> debug.opaque()
    want =
        array.from(
            rows: [{host: "a", _value: 1}, {host: "b", _value: 3}, {host: "c", _value: none}],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase bottom_by_a_column_that_is_not_there_takes_the_first_rows {
    got = hosts |> bottom(n: 1, columns: ["load"])
    want = array.from(rows: [{host: "a", _value: 5}])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase highestMax_compares_the_greatest_of_each_group {
    got = hosts |> highestMax(n: 1, groupColumns: ["host"])
    want = array.from(rows: [{host: "b", _value: 9}])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase highestAverage_compares_means {
    got =
        hosts
            |> highestAverage(n: 2, groupColumns: ["host"])
            |> keep(columns: ["host", "_value"])
            |> debug.opaque()
    want = array.from(rows: [{host: "b", _value: 6.0}, {host: "a", _value: 3.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase highestCurrent_compares_the_last_of_each_group {
    got = hosts |> highestCurrent(n: 1, groupColumns: ["host"]) |> debug.opaque()
    want = array.from(rows: [{host: "b", _value: 3}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase lowestMin_compares_the_least_of_each_group {
    got = hosts |> lowestMin(n: 1, groupColumns: ["host"]) |> debug.opaque()
    want = array.from(rows: [{host: "a", _value: 1}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase lowestAverage_compares_means {
    got =
        hosts
            |> lowestAverage(n: 1, groupColumns: ["host"])
            |> keep(columns: ["host", "_value"])
            |> debug.opaque()
    want = array.from(rows: [{host: "c", _value: 2.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase lowestCurrent_compares_the_last_of_each_group {
    got = hosts |> lowestCurrent(n: 1, groupColumns: ["host"]) |> debug.opaque()
    want = array.from(rows: [{host: "a", _value: 1}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}
