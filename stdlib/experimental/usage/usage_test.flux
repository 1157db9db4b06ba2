// A mock answers a GET request with an empty body; tests/cli/http reads real answers.
package usage_test

import "experimental/usage"
import "testing"

testcase from_of_an_empty_answer_is_empty {
    usage.from(
        start: -1d,
        stop: now(),
        host: "http://cloud.test",
        orgID: "0000000000000001",
        token: "t",
    )
        |> testing.assertEmpty()
}

testcase from_needs_a_host {
    testing.shouldError(
        fn: () => usage.from(start: -1d, stop: now(), token: "t"),
        want: /keyword argument "host" is required when executing outside InfluxDB/,
    )
}

testcase limits_reads_the_answer_as_json {
    testing.shouldError(
        fn: () => usage.limits(host: "http://cloud.test", token: "t"),
        want: /unexpected end of JSON input/,
    )
}

testcase limits_needs_a_host {
    testing.shouldError(
        fn: () => usage.limits(token: "t"),
        want: /keyword argument "host" is required when executing outside InfluxDB/,
    )
}
