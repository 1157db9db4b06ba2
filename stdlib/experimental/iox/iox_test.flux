package iox_test

import "array"
import "experimental/iox"
import "testing"

testcase from_says_what_it_needs {
    testing.shouldError(
        fn: () => iox.from(bucket: "b", measurement: "m") |> findRecord(fn: (key) => true, idx: 0),
        want: /InfluxDB 3/,
    )
}

testcase sql_says_what_it_needs {
    testing.shouldError(
        fn: () => iox.sql(bucket: "b", query: "SELECT 1") |> findRecord(fn: (key) => true, idx: 0),
        want: /InfluxDB 3/,
    )
}

testcase sqlInterval_writes_each_unit {
    got =
        [
            1y,
            2mo,
            3w,
            4d,
            5h,
            6m,
            7s,
            8ms,
            9us,
            10ns,
            1h30m,
            1y2mo3d,
        ]
            |> array.map(fn: (x) => ({v: iox.sqlInterval(d: x)}))
    want =
        [
            "1 years",
            "2 months",
            "3 weeks",
            "4 days",
            "5 hours",
            "6 minutes",
            "7 seconds",
            "8 milliseconds",
            "9 microseconds",
            "10 nanoseconds",
            "1 hours 30 minutes",
            "1 years 2 months 3 days",
        ]
            |> array.map(fn: (x) => ({v: x}))

    testing.diff(got: array.from(rows: got), want: array.from(rows: want))
}

testcase sqlInterval_puts_the_sign_first {
    testing.assertEqualValues(got: iox.sqlInterval(d: -90s), want: "- 1 minutes 30 seconds")
}
