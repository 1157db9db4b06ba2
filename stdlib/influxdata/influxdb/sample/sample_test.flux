package sample_test

import "array"
import "influxdata/influxdb/sample"
import "internal/debug"
import "testing"

option now = () => 2024-08-01T00:00:00Z

testcase alignToNow_moves_the_last_row_to_the_present {
    got =
        array.from(
            rows: [
                {_time: 2020-01-01T00:00:00Z, t: "a", _value: 1},
                {_time: 2020-01-01T06:00:00Z, t: "b", _value: 2},
            ],
        )
            |> sample.alignToNow()
    want = array.from(
        rows: [
            {_time: 2024-07-31T18:00:00Z, t: "a", _value: 1},
            {_time: 2024-08-01T00:00:00Z, t: "b", _value: 2},
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase alignToNow_needs_a_row {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_time: 2020-01-01T00:00:00Z, _value: 1}])
                |> filter(fn: (r) => r._value > 1)
                |> sample.alignToNow(),
        want: /./,
    )
}

testcase list_has_a_row_for_each_set {
    testing.diff(
        got: sample.list() |> count(column: "name") |> debug.opaque(),
        want: array.from(rows: [{name: 7}]) |> debug.opaque(),
    )
}

testcase list_gives_addresses_and_descriptions {
    sample.list()
        |> filter(
            fn: (r) =>
                r.url !~ /^https:..influx-testdata.*\.csv$/ or r.description == "" or r.size == "",
        )
        |> testing.assertEmpty()
}

testcase data_reads_every_set_of_the_list {
    // A mock answers with an empty body.
    sample.data(set: "airSensor") |> testing.assertEmpty()
}

testcase data_refuses_other_names {
    testing.shouldError(
        fn: () => sample.data(set: "soil"),
        want: /Invalid sample data set\. Use sample\.list/,
    )
}
