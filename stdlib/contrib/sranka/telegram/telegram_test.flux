// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package telegram_test

import "array"
import "contrib/sranka/telegram"
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

sender = telegram.endpoint(token: "secret", parseMode: "HTML")(
    mapFn: (r) => ({channel: "-100", text: "at ${r.host}", silent: true}),
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
        got: telegram.message(token: "t", channel: "-1", text: "a"),
        want: 200,
    )
}

testcase message_takes_every_argument {
    testing.assertEqualValues(
        got: telegram.message(
            url: "http://telegram.test/bot",
            token: "t",
            channel: "-1",
            text: "",
            parseMode: "Markdown",
            disableWebPagePreview: true,
            silent: false,
        ),
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

testcase options_are_the_defaults_of_the_parameters {
    testing.assertEqualValues(
        got: "${telegram.defaultParseMode} ${telegram.defaultDisableWebPagePreview} ${telegram.defaultSilent}",
        want: "MarkdownV2 false true",
    )
}

testcase defaultURL_is_where_message_looks {
    option telegram.defaultURL = "no address: "

    testing.shouldError(
        fn: () => telegram.message(token: "t", channel: "-1", text: "a"),
        want: /no address/,
    )
}
