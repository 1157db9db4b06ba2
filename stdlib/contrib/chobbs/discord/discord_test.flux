// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package discord_test

import "array"
import "contrib/chobbs/discord"
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

sender = discord.endpoint(webhookToken: "secret", webhookID: "1", username: "house")(
    mapFn: (r) => ({content: "at ${r.host}"}),
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

testcase send_returns_the_status {
    testing.assertEqualValues(
        got: discord.send(webhookToken: "t", webhookID: "1", username: "u", content: ""),
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

testcase discordURL_is_where_send_looks {
    option discord.discordURL = "no address: "

    testing.shouldError(
        fn: () => discord.send(webhookToken: "t", webhookID: "1", username: "u", content: ""),
        want: /no address/,
    )
}
