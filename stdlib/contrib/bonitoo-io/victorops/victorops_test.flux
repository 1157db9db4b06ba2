// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package victorops_test

import "array"
import "contrib/bonitoo-io/victorops"
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

sender = victorops.endpoint(url: "http://victorops.test/", monitoringTool: "fluxi")(
    mapFn: (r) => ({
        messageType: "INFO",
        entityID: "at ${r.host}",
        entityDisplayName: r.host,
        stateMessage: "",
        timestamp: r._time,
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

testcase alert_returns_the_status {
    testing.assertEqualValues(
        got: victorops.alert(url: "http://victorops.test/", messageType: "RECOVERY"),
        want: 200,
    )
}

testcase endpoint_fails_if_a_text_needs_a_column_that_is_missing {
    testing.shouldError(
        fn: () =>
            data |> drop(columns: ["host"]) |> sender() |> findRecord(fn: (key) => true, idx: 0),
        want: /interpolated expression produced a null/,
    )
}
