package expect_test

import "array"
import "testing"
import "testing/expect"

data = array.from(rows: [{t: "a", _value: 3}, {t: "b", _value: 1}, {t: "c", _value: 2}])

testcase planner_counts_a_rule_that_is_applied {
    expect.planner(rules: ["SortLimitRule": 1])
    testing.diff(
        got: data |> sort() |> limit(n: 1),
        want: array.from(rows: [{t: "b", _value: 1}]),
    )
}

testcase planner_counts_a_rule_that_is_not_applied {
    expect.planner(rules: ["SortLimitRule": 0])
    testing.diff(got: data |> limit(n: 1), want: array.from(rows: [{t: "a", _value: 3}]))
}
