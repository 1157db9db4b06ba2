// Tests run without buckets; tests/cli/buckets and tests/oracle/buckets read and write some.
package influxdb_test

import "array"
import "influxdata/influxdb"
import "testing"

first = (tables) => tables |> findRecord(fn: (key) => true, idx: 0)
point = array.from(
    rows: [{
        _time: 2024-01-01T00:00:00Z,
        _measurement: "m",
        _field: "f",
        _value: 1.0,
        t: "a",
    }],
)

testcase buckets_of_an_empty_store_are_none {
    influxdb.buckets() |> testing.assertEmpty()
}

testcase from_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => first(tables: influxdb.from(bucket: "barn") |> range(start: -1h)),
        want: /could not find bucket "barn"/,
    )
}

testcase from_needs_a_bucket {
    testing.shouldError(
        fn: () => first(tables: influxdb.from() |> range(start: -1h)),
        want: /must specify bucket or bucketID/,
    )
}

testcase from_needs_a_range {
    testing.shouldError(
        fn: () => first(tables: influxdb.from(bucket: "barn") |> filter(fn: (r) => true)),
        want: /cannot submit unbounded read to "barn"/,
    )
}

testcase from_refuses_an_identifier_that_is_none {
    testing.shouldError(
        fn: () => first(tables: influxdb.from(bucketID: "7") |> range(start: -1h)),
        want: /invalid bucket id "7": id must have a length of 16 bytes/,
    )
}

testcase cardinality_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => first(tables: influxdb.cardinality(bucket: "barn", start: -1h)),
        want: /could not find bucket "barn"/,
    )
}

testcase to_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => first(tables: point |> influxdb.to(bucket: "barn")),
        want: /could not find bucket "barn"/,
    )
}

testcase to_needs_a_bucket {
    testing.shouldError(
        fn: () => first(tables: point |> influxdb.to()),
        want: /must specify bucket or bucketID/,
    )
}

testcase wideTo_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => first(
            tables: point |> group(columns: ["_measurement"]) |> influxdb.wideTo(bucket: "barn"),
        ),
        want: /could not find bucket "barn"/,
    )
}
