// A mock answers requests with status 200; tests/cli/http looks at what is sent.
package http_test

import "array"
import "http"
import "internal/debug"
import "testing"

data =
    array.from(rows: [{host: "a", _value: 1.0}, {host: "b", _value: debug.null(type: "float")}])
        |> group(columns: ["host"])
sender = http.endpoint(url: "http://example.com/")(
    mapFn: (r) => ({headers: {"X-Host": r.host}, data: bytes(v: "host ${r.host}")}),
)
failing = (tables=<-, mapFn) =>
    tables
        |> http.endpoint(url: "http://example.com/")(mapFn: mapFn)()
        |> findRecord(fn: (key) => true, idx: 0)

testcase post_returns_the_status {
    testing.assertEqualValues(
        got: http.post(url: "http://example.com/", headers: {a: "b"}, data: bytes(v: "c")),
        want: 200,
    )
}

testcase post_needs_only_an_address {
    testing.assertEqualValues(got: http.post(url: "http://example.com/"), want: 200)
}

testcase post_refuses_a_header_that_is_no_text {
    testing.shouldError(
        fn: () => http.post(url: "http://example.com/", headers: {n: 1}),
        want: /header value "n" must be a string/,
    )
}

testcase post_refuses_an_address_that_is_none {
    testing.shouldError(fn: () => http.post(url: "::bad"), want: /::bad/)
}

testcase post_refuses_other_schemes {
    testing.shouldError(
        fn: () => http.post(url: "ftp://example.com/"),
        want: /unsupported protocol scheme "ftp"/,
    )
}

testcase basicAuth_joins_name_and_password {
    testing.assertEqualValues(
        got: http.basicAuth(u: "Aladdin", p: "open sesame"),
        want: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    )
}

testcase basicAuth_of_empty_texts {
    testing.assertEqualValues(got: http.basicAuth(u: "", p: ""), want: "Basic Og==")
}

testcase pathEscape_escapes_what_a_path_may_not_hold {
    got =
        [
            "a b",
            "a/b?c",
            "100%",
            "é",
            "A-z_0.9~$&+=:@",
            "!*'()",
            "",
        ]
            |> array.map(fn: (x) => ({v: http.pathEscape(inputString: x)}))
    want =
        [
            "a%20b",
            "a%2Fb%3Fc",
            "100%25",
            "%C3%A9",
            "A-z_0.9~$&+=:@",
            "%21%2A%27%28%29",
            "",
        ]
            |> array.map(fn: (x) => ({v: x}))

    testing.diff(got: array.from(rows: got), want: array.from(rows: want))
}

testcase endpoint_adds_sent_to_rows_and_group_key {
    testing.diff(
        got: data |> sender() |> debug.opaque(),
        want:
            data
                |> set(key: "_sent", value: "true")
                |> group(columns: ["host", "_sent"])
                |> debug.opaque(),
    )
}

testcase endpoint_replaces_a_column_of_that_name {
    testing.diff(
        got: data |> map(fn: (r) => ({r with _sent: 7})) |> sender() |> debug.opaque(),
        want: data |> sender() |> debug.opaque(),
    )
}

testcase endpoint_sends_nothing_for_an_empty_stream {
    data |> filter(fn: (r) => r.host == "z") |> sender() |> testing.assertEmpty()
}

testcase endpoint_refuses_a_header_that_is_no_text {
    testing.shouldError(
        fn: () => data |> failing(mapFn: (r) => ({headers: {n: 1}, data: bytes(v: "")})),
        want: /header value "n" must be a string/,
    )
}

testcase endpoint_fails_if_a_text_needs_a_null {
    testing.shouldError(
        fn: () =>
            data
                |> debug.opaque()
                |> failing(mapFn: (r) => ({headers: {a: "b"}, data: bytes(v: "${r.nope}")})),
        want: /interpolated expression produced a null/,
    )
}
