// A mock answers requests but GET and HEAD with their body; tests/cli/http reads real answers.
package requests_test

import "array"
import "dict"
import "experimental/http/requests"
import "internal/debug"
import "testing"

body = bytes(v: "payload")
answer = (r) => "${r.statusCode} ${string(v: r.body)}"

testcase do_sends_any_method {
    got =
        ["DELETE", "PATCH", "POST", "PUT"]
            |> array.map(
                fn: (x) => ({
                    v: answer(r: requests.do(method: x, url: "http://example.com/", body: body)),
                }),
            )
    want = array.from(
        rows: [{v: "200 payload"}, {v: "200 payload"}, {v: "200 payload"}, {v: "200 payload"}],
    )

    testing.diff(got: array.from(rows: got), want: want)
}

testcase do_of_get_and_head {
    testing.assertEqualValues(
        got:
            requests.do(method: "GET", url: "http://example.com/").statusCode
                + requests.do(
                    method: "HEAD",
                    url: "http://example.com/",
                ).statusCode,
        want: 400,
    )
}

testcase do_refuses_other_methods {
    testing.shouldError(
        fn: () => requests.do(method: "post", url: "http://example.com/"),
        want: /requests\.do: invalid HTTP method "post"/,
    )
}

testcase do_refuses_an_address_that_is_none {
    testing.shouldError(fn: () => requests.do(method: "GET", url: "::bad"), want: /::bad/)
}

testcase do_refuses_a_timeout_in_months_and_days {
    testing.shouldError(
        fn: () => requests.do(
            method: "GET",
            url: "http://example.com/",
            config: {timeout: 1mo1d, insecureSkipVerify: false},
        ),
        want: /mixed duration/,
    )
}

testcase do_refuses_a_null_among_headers {
    testing.shouldError(
        fn: () => requests.do(
            method: "GET",
            url: "http://example.com/",
            headers: ["a": debug.null(type: "string")],
        ),
        want: /argument headers must hold strings, found null/,
    )
}

testcase post_sends_a_body {
    testing.assertEqualValues(
        got: answer(
            r: requests.post(
                url: "http://example.com/",
                body: body,
                headers: ["a": "b"],
                params: ["c": ["d"]],
            ),
        ),
        want: "200 payload",
    )
}

testcase post_without_a_body_sends_an_empty_one {
    testing.assertEqualValues(
        got: answer(r: requests.post(url: "http://example.com/")),
        want: "200 ",
    )
}

testcase get_gives_headers_and_duration {
    r = requests.get(url: "http://example.com/")

    testing.assertEqualValues(
        got:
            dict.get(dict: r.headers, key: "X-None", default: "none")
                + string(v: int(v: r.duration) >= 0),
        want: "nonetrue",
    )
}

testcase peek_makes_a_row_of_an_answer {
    got =
        requests.peek(response: requests.post(url: "http://example.com/", body: body))
            |> drop(columns: ["duration"])

    testing.diff(
        got: got |> debug.opaque(),
        want:
            array.from(rows: [{statusCode: 200, body: "payload", headers: "[:]"}]) |> debug.opaque(),
    )
}

testcase defaultConfig_is_used_unless_a_call_has_its_own {
    option requests.defaultConfig = {timeout: 1mo1d, insecureSkipVerify: false}

    testing.shouldError(fn: () => requests.get(url: "http://example.com/"), want: /mixed duration/)
}
