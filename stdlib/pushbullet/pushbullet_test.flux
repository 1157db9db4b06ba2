// Requests are answered by a mock with status 200; tests/cli/notify looks at what is sent.
package pushbullet_test

import "array"
import "internal/debug"
import "pushbullet"
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

sender = pushbullet.endpoint(url: "http://push.test/", token: "secret")(
    mapFn: (r) => ({title: "at ${r.host}", text: "at ${string(v: r._time)}"}),
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

testcase pushNote_returns_the_status {
    testing.assertEqualValues(got: pushbullet.pushNote(title: "Door", text: "open"), want: 200)
}

testcase pushData_takes_any_record {
    testing.assertEqualValues(
        got: pushbullet.pushData(data: {type: "link", url: "http://x.test/", tags: ["a"]}),
        want: 200,
    )
}

testcase pushData_refuses_a_function {
    testing.shouldError(
        fn: () => pushbullet.pushData(data: {f: (x) => x}),
        want: /cannot encode a function/,
    )
}

testcase endpoint_fails_if_a_text_needs_a_column_that_is_missing {
    testing.shouldError(
        fn: () =>
            data |> drop(columns: ["host"]) |> sender() |> findRecord(fn: (key) => true, idx: 0),
        want: /interpolated expression produced a null/,
    )
}

testcase defaultURL_is_where_notes_go {
    option pushbullet.defaultURL = "no address: "

    testing.shouldError(fn: () => pushbullet.pushNote(title: "", text: ""), want: /no address/)
}
