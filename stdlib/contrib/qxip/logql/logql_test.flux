// A mock answers a GET request with an empty body; tests/cli/http looks at what is sent.
package logql_test

import "contrib/qxip/logql"
import "testing"

testcase query_range_of_an_answer_without_rows_is_empty {
    logql.query_range(query: "{job=\"none\"}", start: -1m) |> testing.assertEmpty()
}

testcase query_range_fails_for_an_address_that_is_none {
    testing.shouldError(fn: () => logql.query_range(query: "{}", url: "::bad"), want: /::bad/)
}

testcase defaults_are_those_of_a_local_server {
    testing.assertEqualValues(
        got: logql.defaultURL + logql.defaultAPI,
        want: "http://127.0.0.1:3100/loki/api/v1/query_range",
    )
}
