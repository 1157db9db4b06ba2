package notify_test

import "array"
import "internal/debug"
import "internal/notify"
import "testing"

data =
    array.from(rows: [{host: "a", status: 200}, {host: "b", status: 204}])
        |> group(columns: ["host"])

testcase eachRow_counts_every_status_from_200_to_299_as_sent {
    testing.diff(
        got: data |> notify.eachRow(service: "test", send: (r) => r.status) |> debug.opaque(),
        want: data |> set(key: "_sent", value: "true") |> debug.opaque(),
    )
}

testcase eachRow_goes_on_after_a_refusal {
    got =
        data
            |> notify.eachRow(service: "test", send: (r) => if r.host == "a" then 404 else 200)
            |> group()
            |> keep(columns: ["_sent"])

    testing.diff(
        got: got |> debug.opaque(),
        want: array.from(rows: [{_sent: "false"}, {_sent: "true"}]) |> debug.opaque(),
    )
}

testcase eachRow_fails_with_its_function {
    testing.shouldError(
        fn: () =>
            data
                |> notify.eachRow(service: "test", send: (r) => die(msg: "no line"))
                |> findRecord(fn: (key) => true, idx: 0),
        want: /no line/,
    )
}

testcase report_gives_the_text_for_the_column {
    testing.assertEqualValues(
        got:
            notify.report(service: "test", accepted: true, status: 202, row: {})
                + notify.report(
                    service: "test",
                    accepted: false,
                    status: 500,
                    row: {a: 1},
                ),
        want: "truefalse",
    )
}
