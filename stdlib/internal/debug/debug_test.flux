package debug_test

import "array"
import "internal/debug"
import "planner"
import "testing"

data = array.from(rows: [{t: "a", _value: 1}, {t: "b", _value: debug.null(type: "int")}])
grouped = data |> group(columns: ["t"])

testcase pass_hands_everything_on {
    testing.diff(got: grouped |> debug.pass(), want: grouped)
}

testcase slurp_hands_everything_on {
    testing.diff(got: grouped |> debug.slurp(), want: grouped)
}

testcase opaque_hands_everything_on {
    testing.diff(got: grouped |> debug.opaque(), want: grouped |> debug.opaque())
}

testcase opaque_hides_the_type_so_that_a_missing_column_fails_when_it_runs {
    testing.shouldError(
        fn: () =>
            data
                |> debug.opaque()
                |> sort(columns: ["nope"])
                |> sum(column: "nope")
                |> findRecord(fn: (key) => true, idx: 0),
        want: /nope/,
    )
}

testcase sink_hands_nothing_on {
    grouped |> debug.sink() |> testing.assertEmpty()
}

testcase functions_hand_empty_tables_on {
    none = grouped |> filter(fn: (r) => false, onEmpty: "keep")

    testing.diff(got: none |> debug.pass() |> debug.slurp(), want: none)
}

testcase null_of_a_type_does_not_exist {
    testing.assertEqualValues(
        got:
            exists debug.null(type: "string")
                or exists debug.null(type: "time")
                or exists debug.null(),
        want: false,
    )
}

testcase null_refuses_other_types {
    testing.shouldError(fn: () => debug.null(type: "table"), want: /table/)
}

testcase getOption_gives_what_is_set {
    option now = () => 2024-01-01T00:00:00Z
    option planner.disableLogicalRules = ["a", "b"]

    testing.assertEqualValues(
        got: debug.getOption(pkg: "planner", name: "disableLogicalRules")[1],
        want: "b",
    )
}

testcase getOption_fails_for_a_name_that_is_none {
    testing.shouldError(fn: () => debug.getOption(pkg: "planner", name: "nope"), want: /nope/)
}

testcase feature_of_an_unknown_switch_is_null {
    testing.assertEqualValues(got: exists debug.feature(key: "no such switch"), want: false)
}

testcase vectorize_is_off_until_it_is_set {
    testing.assertEqualValues(got: debug.vectorize, want: false)
}
