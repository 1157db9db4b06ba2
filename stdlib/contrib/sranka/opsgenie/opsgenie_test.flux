// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package opsgenie_test

import "array"
import "contrib/sranka/opsgenie"
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

sender = opsgenie.endpoint(apiKey: "secret", entity: "house")(
    mapFn: (r) => ({
        message: "at ${r.host}",
        alias: "",
        description: "",
        priority: "P2",
        responders: ["team:heat"],
        tags: [],
        actions: [],
        visibleTo: [],
        details: "{}",
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

testcase sendAlert_returns_the_status {
    testing.assertEqualValues(got: opsgenie.sendAlert(apiKey: "k", message: "m"), want: 200)
}

testcase respondersToJSON_writes_each_kind {
    got = [
        opsgenie.respondersToJSON(v: []),
        opsgenie.respondersToJSON(v: ["user:ann", "team:b"]),
        opsgenie.respondersToJSON(v: ["schedule:night", "escalation:a:b"]),
        opsgenie.respondersToJSON(v: ["team:\"x\""]),
    ]
    want = [
        "[]",
        "[{\"type\":\"user\",\"username\":\"ann\"},{\"type\":\"team\",\"name\":\"b\"}]",
        "[{\"type\":\"schedule\",\"name\":\"night\"},{\"type\":\"escalation\",\"name\":\"a:b\"}]",
        "[{\"type\":\"team\",\"name\":\"\\\"x\\\"\"}]",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase respondersToJSON_refuses_a_name_without_kind {
    testing.shouldError(fn: () => opsgenie.respondersToJSON(v: ["ann"]), want: /responder "ann"/)
}

testcase respondersToJSON_refuses_another_kind {
    testing.shouldError(
        fn: () => opsgenie.respondersToJSON(v: ["robot:r2"]),
        want: /responder "robot:r2"/,
    )
}

testcase endpoint_fails_if_a_text_needs_a_column_that_is_missing {
    testing.shouldError(
        fn: () =>
            data |> drop(columns: ["host"]) |> sender() |> findRecord(fn: (key) => true, idx: 0),
        want: /interpolated expression produced a null/,
    )
}
