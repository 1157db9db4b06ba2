// Tests run without buckets; tests/cli/buckets reads some.
package influxdb_test

import "contrib/jsternberg/influxdb"
import "testing"

first = (tables) => tables |> findRecord(fn: (key) => true, idx: 0)

testcase from_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => first(tables: influxdb.from(bucket: "barn", start: -1h)),
        want: /could not find bucket "barn"/,
    )
}

testcase from_refuses_an_empty_range {
    testing.shouldError(
        fn: () => first(
            tables: influxdb.from(
                bucket: "barn",
                start: 2024-01-02T00:00:00Z,
                stop: 2024-01-01T00:00:00Z,
            ),
        ),
        want: /cannot query an empty range/,
    )
}

testcase select_fails_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => first(tables: influxdb.select(from: "barn", m: "climate", start: -1h)),
        want: /could not find bucket "barn"/,
    )
}
