package profiler_test

import "array"
import "profiler"
import "testing"

data = array.from(rows: [{_value: 3}, {_value: 1}])

testcase enabledProfilers_has_no_name_until_it_is_set {
    testing.assertEqualValues(got: profiler.enabledProfilers[0], want: "")
}

testcase enabledProfilers_changes_no_result {
    option profiler.enabledProfilers = ["query", "operator"]

    testing.diff(got: data |> sort(), want: array.from(rows: [{_value: 1}, {_value: 3}]))
}
