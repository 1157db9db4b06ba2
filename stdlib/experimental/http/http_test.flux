// A mock answers a GET request with status 200 and an empty body; tests/cli/http reads real answers.
package http_test

import "experimental/http"
import "testing"

testcase get_gives_status_body_and_headers {
    r = http.get(url: "http://example.com/", headers: {"X-Key": "k"}, timeout: 5s)

    testing.assertEqualValues(
        got: "${r.statusCode} '${string(v: r.body)}' ${display(v: r.headers)}",
        want: "200 '' {}",
    )
}

testcase get_refuses_a_header_that_is_no_text {
    testing.shouldError(
        fn: () => http.get(url: "http://example.com/", headers: {n: 1}),
        want: /header value "n" must be a string/,
    )
}

testcase get_refuses_an_address_that_is_none {
    testing.shouldError(fn: () => http.get(url: "::bad"), want: /::bad/)
}

testcase get_refuses_a_timeout_of_zero {
    testing.shouldError(
        fn: () => http.get(url: "http://example.com/", timeout: 0s),
        want: /timeout/,
    )
}
