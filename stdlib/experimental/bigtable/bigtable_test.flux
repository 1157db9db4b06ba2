package bigtable_test

import "experimental/bigtable"
import "testing"

testcase from_says_that_there_is_no_client {
    testing.shouldError(
        fn: () =>
            bigtable.from(token: "{}", project: "p", instance: "i", table: "t")
                |> findRecord(fn: (key) => true, idx: 0),
        want: /[Bb]igtable/,
    )
}
