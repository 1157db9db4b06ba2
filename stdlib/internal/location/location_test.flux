package location_test

import "internal/location"
import "testing"

testcase location_is_utc {
    testing.assertEqualValues(
        got: "${location.location.zone} ${location.location.offset}",
        want: "UTC 0ns",
    )
}

testcase location_moves_the_days_of_today {
    option now = () => 2024-06-01T01:00:00Z
    option location = {zone: "America/New_York", offset: 0h}

    testing.assertEqualValues(got: today(), want: 2024-05-31T04:00:00Z)
}
