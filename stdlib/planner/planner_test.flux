package planner_test

import "array"
import "planner"
import "testing"
import "testing/expect"

data = array.from(rows: [{_value: 3}, {_value: 1}, {_value: 2}])

testcase disablePhysicalRules_switches_a_rule_off_and_keeps_the_result {
    option planner.disablePhysicalRules = ["SortLimitRule"]

    expect.planner(rules: ["SortLimitRule": 0])
    testing.diff(
        got: data |> sort() |> limit(n: 2),
        want: array.from(rows: [{_value: 1}, {_value: 2}]),
    )
}

testcase disableLogicalRules_takes_names_of_no_rule {
    option planner.disableLogicalRules = ["no such rule"]

    testing.diff(
        got: data |> sort() |> limit(n: 2),
        want: array.from(rows: [{_value: 1}, {_value: 2}]),
    )
}

testcase options_hold_no_name_until_they_are_set {
    testing.assertEqualValues(
        got: planner.disableLogicalRules[0] + planner.disablePhysicalRules[0],
        want: "",
    )
}
