// A mock answers requests but GET with their body; tests/cli/http looks at what is sent.
package influxdb_test

import "experimental/influxdb"
import "testing"

testcase api_gives_status_and_body {
    r = influxdb.api(
        method: "post",
        path: "/api/v2/labels",
        host: "http://influx.test",
        token: "t",
        body: bytes(v: "{}"),
        headers: ["a": "b"],
        query: ["c": "d"],
        timeout: 1s,
    )

    testing.assertEqualValues(got: "${r.statusCode} ${string(v: r.body)}", want: "200 {}")
}

testcase api_needs_a_host {
    testing.shouldError(
        fn: () => influxdb.api(method: "get", path: "/health", token: "t"),
        want: /keyword argument "host" is required when executing outside InfluxDB/,
    )
}

testcase api_needs_a_token {
    testing.shouldError(
        fn: () => influxdb.api(method: "get", path: "/health", host: "http://influx.test"),
        want: /token/,
    )
}
