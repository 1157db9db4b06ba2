package universe_test

import "array"
import "internal/debug"
import "math"
import "testing"

rising = array.from(
    rows: [
        {_value: 1.0},
        {_value: 2.0},
        {_value: 3.0},
        {_value: 4.0},
        {_value: 5.0},
        {_value: 6.0},
        {_value: 7.0},
        {_value: 8.0},
    ],
)

// rounded makes floats comparable that were computed in different orders.
rounded = (tables=<-) =>
    tables |> map(fn: (r) => ({_value: math.round(x: r._value * 1000.0) / 1000.0}))

testcase exponentialMovingAverage_begins_with_a_mean {
    got = rising |> exponentialMovingAverage(n: 3) |> limit(n: 3)
    want = array.from(rows: [{_value: 2.0}, {_value: 3.0}, {_value: 4.0}])

    testing.diff(got: got, want: want)
}

testcase exponentialMovingAverage_needs_a_column_of_numbers {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{_value: "x"}])
                |> debug.opaque()
                |> exponentialMovingAverage(n: 2)
                |> tableFind(fn: (key) => true),
        want: /./,
    )
}

testcase exponentialMovingAverage_needs_a_positive_n {
    testing.shouldError(
        fn: () => rising |> exponentialMovingAverage(n: 0) |> tableFind(fn: (key) => true),
        want: /n/,
    )
}

testcase doubleEMA_of_a_line_is_the_line {
    got = rising |> doubleEMA(n: 2) |> rounded() |> limit(n: 2)
    want = array.from(rows: [{_value: 3.0}, {_value: 4.0}])

    testing.diff(got: got, want: want)
}

testcase tripleEMA_of_a_line_is_the_line {
    got = rising |> tripleEMA(n: 2) |> rounded() |> limit(n: 2)
    want = array.from(rows: [{_value: 4.0}, {_value: 5.0}])

    testing.diff(got: got, want: want)
}

testcase tripleExponentialDerivative_counts_in_per_cent {
    got = rising |> tripleExponentialDerivative(n: 2) |> rounded() |> limit(n: 2)
    want = array.from(rows: [{_value: 40.0}, {_value: 28.571}])

    testing.diff(got: got, want: want)
}

testcase relativeStrengthIndex_of_a_rise_is_100 {
    got = rising |> relativeStrengthIndex(n: 3) |> limit(n: 2)
    want = array.from(rows: [{_value: 100.0}, {_value: 100.0}])

    testing.diff(got: got, want: want)
}

testcase chandeMomentumOscillator_of_a_rise_is_100 {
    got = rising |> chandeMomentumOscillator(n: 3) |> limit(n: 2)
    want = array.from(rows: [{_value: 100.0}, {_value: 100.0}])

    testing.diff(got: got, want: want)
}

testcase chandeMomentumOscillator_of_a_fall_is_minus_100 {
    got =
        rising
            |> map(fn: (r) => ({_value: 10.0 - r._value}))
            |> chandeMomentumOscillator(n: 3)
            |> limit(n: 1)
    want = array.from(rows: [{_value: -100.0}])

    testing.diff(got: got, want: want)
}

testcase kaufmansER_of_a_line_is_1 {
    got = rising |> kaufmansER(n: 3) |> limit(n: 2) |> debug.opaque()
    want = array.from(rows: [{_value: 1.0}, {_value: 1.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase kaufmansAMA_follows_a_line {
    got = rising |> kaufmansAMA(n: 3) |> rounded() |> limit(n: 2)
    want = array.from(rows: [{_value: 3.444}, {_value: 4.136}])

    testing.diff(got: got, want: want)
}

testcase timedMovingAverage_looks_back {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 2.0},
                {_time: 2024-01-01T00:01:00Z, _value: 4.0},
                {_time: 2024-01-01T00:02:00Z, _value: 6.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:03:00Z)
            |> timedMovingAverage(every: 1m, period: 2m)
            |> keep(columns: ["_time", "_value"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {_time: 2024-01-01T00:01:00Z, _value: 2.0},
                {_time: 2024-01-01T00:02:00Z, _value: 3.0},
                {_time: 2024-01-01T00:03:00Z, _value: 5.0},
                {_time: 2024-01-01T00:03:00Z, _value: 6.0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase timeWeightedAvg_goes_on_with_the_slope_of_the_end {
    got =
        array.from(
            rows: [
                {_time: 2024-01-01T00:00:00Z, _value: 0.0},
                {_time: 2024-01-01T00:00:20Z, _value: 10.0},
            ],
        )
            |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-01T00:01:00Z)
            |> timeWeightedAvg(unit: 1s)
            |> keep(columns: ["_value"])
            |> debug.opaque()
    want = array.from(rows: [{_value: 15.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}
