package influxql_test

import "internal/influxql"
import "testing"

testcase epoch_is_the_start_of_1970 {
    testing.assertEqualValues(got: int(v: influxql.epoch), want: 0)
}

testcase minTime_and_maxTime_are_two_less_than_the_numbers_reach {
    testing.assertEqualValues(
        got: "${int(v: influxql.minTime)} ${int(v: influxql.maxTime)}",
        want: "-9223372036854775806 9223372036854775806",
    )
}
