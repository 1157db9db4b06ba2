// Requests are answered by a mock with status 200 and their body; tests/cli/notify looks at what is sent.
package pagerduty_test

import "array"
import "contrib/qxip/hash"
import "internal/debug"
import "pagerduty"
import "strings"
import "testing"

data = array.from(
    rows: [
        {_level: "crit", host: "north", port: 1, _value: 1.0},
        {_level: "ok", host: "north", port: 1, _value: 2.0},
        {_level: "ok", host: "south", port: 1, _value: debug.null(type: "float")},
    ],
)

sender = pagerduty.endpoint(url: "http://pagerduty.test/")(
    mapFn: (r) => ({
        routingKey: "k",
        client: "c",
        clientURL: "u",
        class: "cl",
        group: "g",
        severity: pagerduty.severityFromLevel(level: r._level),
        eventAction: pagerduty.actionFromLevel(level: r._level),
        source: r.host,
        summary: "s",
        timestamp: "t",
    }),
)

// A table of texts, to compare several at once.
column = (arr) => array.from(rows: arr |> array.map(fn: (x) => ({v: x})))

testcase dedupKey_is_the_checksum_of_the_group_key_by_name {
    got = data |> group(columns: ["port", "host"]) |> pagerduty.dedupKey()
    want =
        data
            |> group(columns: ["port", "host"])
            |> map(
                fn: (r) => ({r with
                    _pagerdutyDedupKey: hash.sha256(v: "host\n${r.host}\nport\n1\n"),
                }),
            )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase dedupKey_leaves_level_and_bounds_out {
    got =
        data
            |> group(columns: ["_level", "host"])
            |> pagerduty.dedupKey()
            |> filter(fn: (r) => r.host == "north")
            |> group()
            |> distinct(column: "_pagerdutyDedupKey")
    want = array.from(rows: [{_value: hash.sha256(v: "host\nnorth\n")}])

    testing.diff(got: got, want: want)
}

testcase dedupKey_leaves_out_what_exclude_names {
    got =
        data
            |> group(columns: ["_level", "host"])
            |> pagerduty.dedupKey(exclude: ["host"])
            |> group()
            |> distinct(column: "_pagerdutyDedupKey")
            |> sort()
    want =
        column(arr: [hash.sha256(v: "_level\ncrit\n"), hash.sha256(v: "_level\nok\n")])
            |> rename(columns: {v: "_value"})
            |> sort()

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase dedupKey_without_group_key_is_the_checksum_of_nothing {
    got = data |> group() |> pagerduty.dedupKey() |> distinct(column: "_pagerdutyDedupKey")

    testing.diff(got: got, want: array.from(rows: [{_value: hash.sha256(v: "")}]))
}

testcase dedupKey_of_nothing_is_nothing {
    data |> filter(fn: (r) => r.host == "west") |> pagerduty.dedupKey() |> testing.assertEmpty()
}

testcase endpoint_adds_key_sent_status_and_body {
    got =
        data
            |> group(columns: ["host"])
            |> sender()
            |> map(
                fn: (r) => ({r with
                    _body: strings.containsStr(v: r._body, substr: "\"routing_key\":\"k\""),
                }),
            )
    want =
        data
            |> group(columns: ["host"])
            |> pagerduty.dedupKey()
            |> map(fn: (r) => ({r with _sent: "true", _status: "200", _body: true}))

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase endpoint_sends_nothing_for_an_empty_stream {
    data |> filter(fn: (r) => r.host == "west") |> sender() |> testing.assertEmpty()
}

testcase severityFromLevel_knows_the_levels_of_monitor {
    got =
        [
            "ok",
            "info",
            "Warn",
            "CRIT",
            "unknown",
            "",
        ]
            |> array.map(fn: (x) => pagerduty.severityFromLevel(level: x))

    testing.diff(
        got: column(arr: got),
        want: column(arr: [
            "info",
            "info",
            "warning",
            "critical",
            "error",
            "error",
        ]),
    )
}

testcase actionFromSeverity_resolves_what_is_ok {
    got =
        ["ok", "OK", "info", ""] |> array.map(fn: (x) => pagerduty.actionFromSeverity(severity: x))

    testing.diff(
        got: column(arr: got),
        want: column(arr: ["resolve", "resolve", "trigger", "trigger"]),
    )
}

testcase actionFromLevel_resolves_what_is_ok {
    got = ["ok", "Ok", "crit", ""] |> array.map(fn: (x) => pagerduty.actionFromLevel(level: x))

    testing.diff(
        got: column(arr: got),
        want: column(arr: ["resolve", "resolve", "trigger", "trigger"]),
    )
}

testcase sendEvent_returns_the_status {
    testing.assertEqualValues(
        got: pagerduty.sendEvent(
            routingKey: "k",
            client: "c",
            clientURL: "u",
            dedupKey: "d",
            class: "cl",
            group: "g",
            severity: "info",
            eventAction: "resolve",
            source: "s",
            summary: "",
            timestamp: "t",
        ),
        want: 200,
    )
}

testcase defaultURL_is_where_the_endpoint_looks {
    option pagerduty.defaultURL = "no address: "

    testing.shouldError(
        fn: () =>
            data
                |> pagerduty.endpoint()(
                    mapFn: (r) => ({
                        routingKey: "k",
                        client: "c",
                        clientURL: "u",
                        class: "cl",
                        group: "g",
                        severity: "info",
                        eventAction: "trigger",
                        source: "s",
                        summary: "s",
                        timestamp: "t",
                    }),
                )()
                |> findRecord(fn: (key) => true, idx: 0),
        want: /no address/,
    )
}
