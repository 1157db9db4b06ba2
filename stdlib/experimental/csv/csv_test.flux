// A mock answers with status 200 and an empty body; tests/cli/io reads real answers.
package csv_test

import "experimental/csv"
import "testing"

testcase from_of_an_empty_answer_is_empty {
    csv.from(url: "http://example.com/empty.csv") |> testing.assertEmpty()
}

testcase from_fails_for_an_address_that_is_none {
    testing.shouldError(fn: () => csv.from(url: "::bad"), want: /::bad/)
}

testcase from_fails_for_another_scheme {
    testing.shouldError(fn: () => csv.from(url: "ftp://example.com/a.csv"), want: /ftp/)
}
