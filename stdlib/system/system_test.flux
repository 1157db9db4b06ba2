package system_test

import "system"
import "testing"

testcase time_is_the_clock_of_the_machine {
    testing.assertEqualValues(got: system.time() > 2024-01-01T00:00:00Z, want: true)
}

testcase time_does_not_run_backwards {
    first = system.time()
    second = system.time()

    testing.assertEqualValues(got: first <= second, want: true)
}

testcase time_is_not_the_option_now {
    option now = () => 1999-12-31T23:59:59Z

    testing.assertEqualValues(got: system.time() == now(), want: false)
}
