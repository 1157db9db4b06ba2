// Tests run without buckets; tests/cli/buckets reads some.
package query_test

import "array"
import "experimental/query"
import "internal/debug"
import "testing"

data =
    array.from(
        rows: [
            {_measurement: "air", _field: "temp", room: "a", _value: 1.0},
            {_measurement: "air", _field: "co2", room: "a", _value: 2.0},
            {_measurement: "door", _field: "open", room: "a", _value: 3.0},
        ],
    )
        |> group(columns: ["_measurement", "_field"])

values = (tables=<-) => tables |> group() |> keep(columns: ["_value"]) |> sort() |> debug.opaque()
list = (arr) => array.from(rows: arr |> array.map(fn: (x) => ({_value: x}))) |> debug.opaque()

testcase filterMeasurement_keeps_one {
    testing.diff(
        got: data |> query.filterMeasurement(measurement: "air") |> values(),
        want: list(arr: [1.0, 2.0]),
    )
}

testcase filterMeasurement_may_keep_nothing {
    data |> query.filterMeasurement(measurement: "soil") |> testing.assertEmpty()
}

testcase filterFields_keeps_those_of_the_list {
    testing.diff(
        got: data |> query.filterFields(fields: ["temp", "open"]) |> values(),
        want: list(arr: [1.0, 3.0]),
    )
}

testcase filterFields_without_a_list_keeps_all {
    testing.diff(got: data |> query.filterFields(), want: data)
}

testcase fromRange_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () =>
            query.fromRange(bucket: "barn", start: -1h) |> findRecord(fn: (key) => true, idx: 0),
        want: /could not find bucket "barn"/,
    )
}

testcase inBucket_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () =>
            query.inBucket(bucket: "barn", measurement: "air", start: -1h)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /could not find bucket "barn"/,
    )
}
