// A mock answers requests with their body, which a GET request does not have; tests/cli/http looks at what is sent.
package clickhouse_test

import "contrib/qxip/clickhouse"
import "testing"

testcase query_of_an_answer_without_rows_is_empty {
    clickhouse.query(query: "SELECT 1 WHERE 0") |> testing.assertEmpty()
}

testcase defaultURL_is_the_port_of_a_local_server {
    testing.assertEqualValues(got: clickhouse.defaultURL, want: "http://127.0.0.1:8123")
}

testcase query_fails_for_an_address_that_is_none {
    testing.shouldError(fn: () => clickhouse.query(url: "::bad", query: "SELECT 1"), want: /::bad/)
}
