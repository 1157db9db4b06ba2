// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package teams_test

import "array"
import "contrib/sranka/teams"
import "internal/debug"
import "strings"
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

sender = teams.endpoint(url: "http://teams.test/")(
    mapFn: (r) => ({title: "at ${r.host}", text: "text", summary: ""}),
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
        got: teams.message(url: "http://teams.test/", title: "", text: ""),
        want: 200,
    )
}

testcase message_takes_a_long_summary {
    testing.assertEqualValues(
        got: teams.message(
            url: "http://teams.test/",
            title: "T",
            text: "t",
            summary: strings.repeat(v: "é", i: 500),
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

testcase summaryCutoff_takes_no_part_of_a_character {
    option teams.summaryCutoff = 0

    testing.assertEqualValues(
        got: teams.message(url: "http://teams.test/", title: "", text: "é"),
        want: 200,
    )
}
