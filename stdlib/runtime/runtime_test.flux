package runtime_test

import "runtime"
import "strings"
import "testing"

testcase version_is_a_text {
    testing.assertEqualValues(got: strings.strlen(v: runtime.version()) > 0, want: true)
}

testcase version_stays_the_same {
    testing.assertEqualValues(got: runtime.version(), want: runtime.version())
}
