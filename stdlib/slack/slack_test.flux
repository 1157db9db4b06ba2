// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package slack_test

import "array"
import "internal/debug"
import "slack"
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

sender = slack.endpoint(url: "http://slack.test/", token: "secret")(
    mapFn: (r) => ({channel: "#${r.host}", text: "${r.host}!", color: "good"}),
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

testcase message_returns_the_status {
    testing.assertEqualValues(
        got: slack.message(channel: "#c", text: "hello", color: "#0a0b0c"),
        want: 200,
    )
}

testcase validateColorString_returns_what_slack_knows {
    got = [
        slack.validateColorString(color: "good"),
        slack.validateColorString(color: "warning"),
        slack.validateColorString(color: "danger"),
        slack.validateColorString(color: "#fff"),
        slack.validateColorString(color: "#FF8800"),
    ]
    want = [
        "good",
        "warning",
        "danger",
        "#fff",
        "#FF8800",
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase validateColorString_refuses_a_name {
    testing.shouldError(
        fn: () => slack.validateColorString(color: "red"),
        want: /color "red": expected good, warning, danger/,
    )
}

testcase validateColorString_refuses_an_empty_text {
    testing.shouldError(fn: () => slack.validateColorString(color: ""), want: /color "": expected/)
}

testcase message_checks_its_color {
    testing.shouldError(
        fn: () => slack.message(channel: "#c", text: "hello", color: "#12345g"),
        want: /color "#12345g"/,
    )
}

testcase endpoint_fails_if_a_text_needs_a_column_that_is_missing {
    testing.shouldError(
        fn: () =>
            data |> drop(columns: ["host"]) |> sender() |> findRecord(fn: (key) => true, idx: 0),
        want: /interpolated expression produced a null/,
    )
}

testcase defaultURL_is_where_messages_go {
    option slack.defaultURL = "no address: "

    testing.shouldError(
        fn: () => slack.message(channel: "#c", text: "", color: "good"),
        want: /no address/,
    )
}
