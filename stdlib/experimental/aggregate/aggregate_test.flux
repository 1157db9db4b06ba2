package aggregate_test

import "array"
import "experimental/aggregate"
import "internal/debug"
import "testing"

testcase rate_is_the_mean_increase_in_a_window {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 0.0},
                {_time: 2024-01-01T00:00:30Z, _value: 30.0},
                {_time: 2024-01-01T00:01:00Z, _value: 90.0},
                {_time: 2024-01-01T00:01:30Z, _value: 10.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:02:00Z)
            |> aggregate.rate(every: 1m, unit: 1s)
            |> keep(columns: ["_time", "_value"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_time: 2024-01-01T00:01:00Z, _value: 1.0},
                {_time: 2024-01-01T00:02:00Z, _value: 2.0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}
