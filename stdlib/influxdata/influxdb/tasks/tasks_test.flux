package tasks_test

import "influxdata/influxdb/tasks"
import "internal/debug"
import "testing"

option now = () => 2024-09-10T00:00:00Z

testcase lastSuccess_of_a_task_that_never_ran_is_orTime {
    testing.assertEqualValues(
        got: tasks.lastSuccess(orTime: 2024-01-01T00:00:00Z),
        want: 2024-01-01T00:00:00Z,
    )
}

testcase lastSuccess_counts_a_duration_from_now {
    testing.assertEqualValues(got: tasks.lastSuccess(orTime: -1d), want: 2024-09-09T00:00:00Z)
}

testcase lastSuccess_gives_the_time_that_is_set {
    option tasks.lastSuccessTime = 2024-09-09T23:00:00Z

    testing.assertEqualValues(got: tasks.lastSuccess(orTime: -1d), want: 2024-09-09T23:00:00Z)
}

testcase lastSuccessTime_is_null_until_it_is_set {
    testing.assertEqualValues(got: exists tasks.lastSuccessTime, want: false)
}
