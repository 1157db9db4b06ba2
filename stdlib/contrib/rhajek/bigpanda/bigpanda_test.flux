// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package bigpanda_test

import "array"
import "contrib/rhajek/bigpanda"
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

sender = bigpanda.endpoint(token: "secret", appKey: "house")(
    mapFn: (r) => ({status: bigpanda.statusFromLevel(level: "crit"), host: "at ${r.host}"}),
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
    testing.assertEqualValues(
        got: bigpanda.sendAlert(
            url: bigpanda.defaultUrl,
            token: "t",
            appKey: "k",
            status: "ok",
            rec: {},
        ),
        want: 200,
    )
}

testcase statusFromLevel_knows_the_levels_of_monitor {
    got = [
        bigpanda.statusFromLevel(level: "ok"),
        bigpanda.statusFromLevel(level: "Info"),
        bigpanda.statusFromLevel(level: "WARN"),
        bigpanda.statusFromLevel(level: "crit"),
        bigpanda.statusFromLevel(level: "unknown"),
        bigpanda.statusFromLevel(level: ""),
    ]
    want = [
        "ok",
        "ok",
        "warning",
        "critical",
        "critical",
        "critical",
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

testcase defaultTokenPrefix_is_that_of_a_bearer {
    testing.assertEqualValues(got: bigpanda.defaultTokenPrefix, want: "Bearer")
}
