// The test runner has the secrets password and token.
package secrets_test

import "influxdata/influxdb/secrets"
import "testing"

testcase get_gives_a_secret {
    testing.assertEqualValues(got: secrets.get(key: "token"), want: "mysecrettoken")
}

testcase get_fails_for_a_name_that_is_none {
    testing.shouldError(fn: () => secrets.get(key: "nobody"), want: /nobody/)
}

testcase get_fails_for_an_empty_name {
    testing.shouldError(fn: () => secrets.get(key: ""), want: /secret/)
}
