package universe_test

import "array"
import "internal/debug"
import "math"
import "testing"

pairs = array.from(rows: [{x: 1.0, y: 2.0}, {x: 2.0, y: 4.0}, {x: 3.0, y: 6.0}])

testcase covariance_of_two_columns {
    got = pairs |> covariance(columns: ["x", "y"]) |> debug.opaque()
    want = array.from(rows: [{_value: 2.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase covariance_needs_two_columns {
    testing.shouldError(
        fn: () => pairs |> covariance(columns: ["x"]) |> tableFind(fn: (key) => true),
        want: /two/,
    )
}

testcase pearsonr_of_a_line_is_1 {
    a = array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, _value: 1.0},
            {_time: 2024-01-01T00:01:00Z, _value: 3.0},
        ],
    )
    b = a |> map(fn: (r) => ({r with _value: 10.0 * r._value}))
    got = pearsonr(x: a, y: b, on: ["_time"]) |> keep(columns: ["_value"]) |> debug.opaque()
    want = array.from(rows: [{_value: 1.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase cov_joins_by_columns {
    a = array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, _value: 1.0},
            {_time: 2024-01-01T00:01:00Z, _value: 3.0},
        ],
    )
    got = cov(x: a, y: a, on: ["_time"]) |> keep(columns: ["_value"]) |> debug.opaque()
    want = array.from(rows: [{_value: 2.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase skew_of_what_is_symmetric_is_0 {
    got =
        array.from(rows: [{_value: 1.0}, {_value: 2.0}, {_value: 3.0}]) |> skew() |> debug.opaque()
    want = array.from(rows: [{_value: 0.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase histogram_counts_up_to_each_bound {
    got =
        array.from(rows: [{_value: 0.5}, {_value: 1.5}, {_value: 1.7}, {_value: 9.0}])
            |> histogram(bins: [1.0, 2.0, math.mInf(sign: 1)])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {le: 1.0, _value: 1.0},
                {le: 2.0, _value: 3.0},
                {le: math.mInf(sign: 1), _value: 4.0},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase histogram_normalized_ends_with_1 {
    got =
        array.from(rows: [{_value: 0.5}, {_value: 1.5}])
            |> histogram(bins: [1.0, 2.0], normalize: true)
            |> last()
            |> debug.opaque()
    want = array.from(rows: [{le: 2.0, _value: 1.0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase histogramQuantile_lies_between_the_bounds {
    got =
        array.from(rows: [{le: 1.0, _value: 2.0}, {le: 2.0, _value: 4.0}])
            |> histogramQuantile(quantile: 0.75)
            |> debug.opaque()
    want = array.from(rows: [{_value: 1.5}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase histogramQuantile_needs_counts_that_grow {
    testing.shouldError(
        fn: () =>
            array.from(rows: [{le: 1.0, _value: 4.0}, {le: 2.0, _value: 2.0}])
                |> histogramQuantile(quantile: 0.5)
                |> tableFind(fn: (key) => true),
        want: /monoton/,
    )
}

testcase histogramQuantile_needs_a_quantile {
    testing.shouldError(
        fn: () => array.from(rows: [{le: 1.0, _value: 1.0}]) |> histogramQuantile(),
        want: /missing required keyword argument "quantile"/,
    )
}
