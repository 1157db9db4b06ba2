// The option _from puts a table in the place of a bucket; tests/cli/buckets reads real ones.
package v1_test

import "array"
import "influxdata/influxdb/schema"
import "influxdata/influxdb/v1"
import "internal/debug"
import "testing"

option now = () => 2024-04-01T12:00:00Z

points =
    array.from(
        rows: [
            {
                _time: 2024-04-01T10:00:00Z,
                _measurement: "air",
                _field: "co2",
                room: "attic",
                _value: 400.0,
            },
            {
                _time: 2024-04-01T10:00:00Z,
                _measurement: "air",
                _field: "temp",
                room: "attic",
                _value: 20.0,
            },
            {
                _time: 2024-04-01T11:00:00Z,
                _measurement: "air",
                _field: "temp",
                room: "attic",
                _value: 21.0,
            },
            {
                _time: 2024-04-01T11:00:00Z,
                _measurement: "air",
                _field: "temp",
                room: "cellar",
                _value: 12.0,
            },
            {
                _time: 2024-04-01T11:00:00Z,
                _measurement: "door",
                _field: "open",
                room: "cellar",
                _value: 1.0,
            },
            {
                _time: 2023-04-01T11:00:00Z,
                _measurement: "old",
                _field: "old",
                room: "old",
                _value: 1.0,
            },
        ],
    )
        |> group(columns: ["_measurement", "_field", "room"])

option schema._from = (bucket) =>
    if bucket == "house" then points |> debug.opaque() else die(msg: "no bucket ${bucket}")

list = (values) => array.from(rows: values |> array.map(fn: (x) => ({_value: x}))) |> debug.opaque()
sorted = (tables=<-) => tables |> sort() |> debug.opaque()

testcase measurements_lists_those_of_the_last_month {
    testing.diff(
        got: v1.measurements(bucket: "house") |> sorted(),
        want: list(values: ["air", "door"]),
    )
}

testcase measurements_takes_bounds_of_time {
    testing.diff(
        got:
            v1.measurements(
                bucket: "house",
                start: 2023-01-01T00:00:00Z,
                stop: 2024-01-01T00:00:00Z,
            )
                |> sorted(),
        want: list(values: ["old"]),
    )
}

testcase fieldKeys_takes_a_predicate {
    testing.diff(
        got: v1.fieldKeys(bucket: "house", predicate: (r) => r.room == "attic") |> sorted(),
        want: list(values: ["co2", "temp"]),
    )
}

testcase fieldKeys_lists_all {
    testing.diff(
        got: v1.fieldKeys(bucket: "house") |> sorted(),
        want: list(values: ["co2", "open", "temp"]),
    )
}

testcase measurementFieldKeys_lists_those_of_one_measurement {
    testing.diff(
        got: v1.measurementFieldKeys(bucket: "house", measurement: "door") |> sorted(),
        want: list(values: ["open"]),
    )
}

testcase tagKeys_lists_the_columns_of_the_group_keys {
    testing.diff(
        got: v1.tagKeys(bucket: "house", predicate: (r) => r._measurement == "air") |> sorted(),
        want: list(values: [
            "_field",
            "_measurement",
            "_start",
            "_stop",
            "room",
        ]),
    )
}

testcase measurementTagKeys_of_a_measurement_that_is_not_there_is_empty {
    v1.measurementTagKeys(bucket: "house", measurement: "none") |> testing.assertEmpty()
}

testcase measurementTagKeys_lists_those_of_one_measurement {
    testing.diff(
        got: v1.measurementTagKeys(bucket: "house", measurement: "door") |> sorted(),
        want: list(values: [
            "_field",
            "_measurement",
            "_start",
            "_stop",
            "room",
        ]),
    )
}

testcase tagValues_lists_each_value_once {
    testing.diff(
        got: v1.tagValues(bucket: "house", tag: "room") |> sorted(),
        want: list(values: ["attic", "cellar"]),
    )
}

testcase tagValues_takes_a_predicate_and_bounds {
    testing.diff(
        got:
            v1.tagValues(
                bucket: "house",
                tag: "room",
                predicate: (r) => r._field == "temp",
                start: 2024-04-01T09:00:00Z,
                stop: 2024-04-01T11:00:00Z,
            )
                |> sorted(),
        want: list(values: ["attic"]),
    )
}

testcase measurementTagValues_looks_at_one_measurement {
    testing.diff(
        got: v1.measurementTagValues(bucket: "house", measurement: "door", tag: "room") |> sorted(),
        want: list(values: ["cellar"]),
    )
}

testcase functions_fail_for_a_bucket_that_is_not_there {
    testing.shouldError(
        fn: () => v1.measurements(bucket: "barn"),
        want: /no bucket barn/,
    )
}

testcase fieldsAsCols_makes_a_column_of_each_field {
    got =
        points
            |> filter(fn: (r) => r._measurement == "air" and r.room == "attic")
            |> v1.fieldsAsCols()
    want =
        array.from(
            rows: [
                {
                    _time: 2024-04-01T10:00:00Z,
                    _measurement: "air",
                    room: "attic",
                    co2: 400.0,
                    temp: 20.0,
                },
                {
                    _time: 2024-04-01T11:00:00Z,
                    _measurement: "air",
                    room: "attic",
                    co2: debug.null(type: "float"),
                    temp: 21.0,
                },
            ],
        )
            |> group(columns: ["_measurement", "room"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase fieldsAsCols_needs_fields {
    testing.shouldError(
        fn: () =>
            points
                |> drop(columns: ["_field"])
                |> v1.fieldsAsCols()
                |> findRecord(fn: (key) => true, idx: 0),
        want: /_field/,
    )
}

answer = "{\"results\": [{
        \"statement_id\": 0,
        \"series\": [{
            \"name\": \"air\",
            \"tags\": {\"room\": \"attic\"},
            \"columns\": [\"time\", \"temp\", \"ok\"],
            \"values\": [[\"2024-04-01T10:00:00Z\", 20.5, true], [\"2024-04-01T11:00:00Z\", null, false]]
        }]
    }]}"

testcase json_gives_a_table_for_each_series_and_field_without_nulls {
    got = v1.json(json: answer)
    temp =
        array.from(
            rows: [
                {
                    _time: 2024-04-01T10:00:00Z,
                    _measurement: "air",
                    room: "attic",
                    _field: "temp",
                    _value: 20.5,
                },
            ],
        )
            |> group(columns: ["_measurement", "room", "_field"])
    ok =
        array.from(
            rows: [
                {
                    _time: 2024-04-01T10:00:00Z,
                    _measurement: "air",
                    room: "attic",
                    _field: "ok",
                    _value: true,
                },
                {
                    _time: 2024-04-01T11:00:00Z,
                    _measurement: "air",
                    room: "attic",
                    _field: "ok",
                    _value: false,
                },
            ],
        )
            |> group(columns: ["_measurement", "room", "_field"])

    testing.diff(
        got: got |> debug.opaque(),
        want: union(tables: [temp |> debug.opaque(), ok |> debug.opaque()]),
    )
}

testcase json_reports_what_the_server_could_not_do {
    testing.shouldError(
        fn: () =>
            v1.json(json: "{\"error\": \"no such database\"}")
                |> findRecord(fn: (key) => true, idx: 0),
        want: /no such database/,
    )
}

testcase json_needs_one_source {
    testing.shouldError(fn: () => v1.json(), want: /json/)
}

testcase databases_of_an_empty_store_are_none {
    v1.databases() |> testing.assertEmpty()
}
