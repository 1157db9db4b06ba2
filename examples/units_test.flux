package units_test

import "array"
import "testing"
import "units"

testcase a_mile_is_longer_than_a_kilometre {
    testing.assertEqualValues(got: units.miles(km: 1.609344), want: 1.0)
}

testcase miles_of_a_stream {
    got =
        array.from(rows: [{km: 0.0}, {km: 16.09344}])
            |> map(fn: (r) => ({miles: units.miles(km: r.km)}))
    want = array.from(rows: [{miles: 0.0}, {miles: 10.0}])

    testing.diff(got: got, want: want)
}
