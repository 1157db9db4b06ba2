package boolean_test

import "internal/boolean"
import "testing"

testcase true_is_what_a_comparison_gives {
    testing.assertEqualValues(got: boolean.true, want: 1 == 1)
}

testcase false_is_the_other {
    testing.assertEqualValues(got: boolean.false, want: not boolean.true)
}
