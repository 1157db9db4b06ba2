// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package sensu_test

import "array"
import "contrib/sranka/sensu"
import "internal/debug"
import "testing"

none = debug.null(type: "float")

// Two hosts, one of them without a value.
data =
    array.from(
        rows: [
            {_time: 2024-03-01T12:00:00Z, host: "north", _value: 81.5},
            {_time: 2024-03-01T12:01:00Z, host: "south", _value: none},
            {_time: 2024-03-01T12:02:00Z, host: "south", _value: 3.0},
        ],
    )
        |> group(columns: ["host"])

sender = sensu.endpoint(url: "http://sensu.test", apiKey: "secret", handlers: ["mail"])(
    mapFn: (r) => ({
        checkName: "at ${r.host}",
        text: "text",
        status: if exists r._value then 0 else 2,
    }),
)

testcase endpoint_adds_sent_and_keeps_tables_and_nulls {
    testing.diff(
        got: data |> sender() |> debug.opaque(),
        want: data |> set(key: "_sent", value: "true") |> debug.opaque(),
    )
}

testcase endpoint_sends_nothing_for_an_empty_stream {
    data |> filter(fn: (r) => r.host == "west") |> sender() |> testing.assertEmpty()
}

testcase event_returns_the_status {
    testing.assertEqualValues(
        got: sensu.event(url: "http://sensu.test", apiKey: "k", checkName: "c", text: "t"),
        want: 200,
    )
}

testcase toSensuName_replaces_what_is_not_allowed {
    got = [
        sensu.toSensuName(v: "disk.space_1-a"),
        sensu.toSensuName(v: "my disk/é:x"),
        sensu.toSensuName(v: ""),
    ]
    want = [
        "disk.space_1-a",
        "my_disk___x",
        "_",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase endpoint_fails_if_a_text_needs_a_column_that_is_missing {
    testing.shouldError(
        fn: () =>
            data |> drop(columns: ["host"]) |> sender() |> findRecord(fn: (key) => true, idx: 0),
        want: /interpolated expression produced a null/,
    )
}
