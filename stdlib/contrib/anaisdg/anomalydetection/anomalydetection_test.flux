package anomalydetection_test

import "array"
import "contrib/anaisdg/anomalydetection"
import "internal/debug"
import "testing"

at = 2024-05-01T10:00:00Z

// Five sensors at one time: the median is 11, the deviations are 2, 4, 0, 2 and 19, so their median is 2.
data =
    array.from(
        rows: [
            {_time: at, sensor: "a", _value: 9.0},
            {_time: at, sensor: "b", _value: 7.0},
            {_time: at, sensor: "c", _value: 11.0},
            {_time: at, sensor: "d", _value: 13.0},
            {_time: at, sensor: "e", _value: 30.0},
        ],
    )
        |> group(columns: ["sensor"])

result = (threshold=3.0, tables=<-) =>
    tables
        |> anomalydetection.mad(threshold: threshold)
        |> group()
        |> keep(columns: ["sensor", "_value", "level"])
        |> sort(columns: ["sensor"])

testcase mad_measures_in_units_of_the_median_deviation {
    want = array.from(
        rows: [
            {sensor: "a", _value: 1.0, level: "normal"},
            {sensor: "b", _value: 2.0, level: "normal"},
            {sensor: "c", _value: 0.0, level: "normal"},
            {sensor: "d", _value: 1.0, level: "normal"},
            {sensor: "e", _value: 9.5, level: "anomaly"},
        ],
    )

    testing.diff(got: data |> result() |> debug.opaque(), want: want |> debug.opaque())
}

testcase mad_takes_another_threshold {
    got =
        data
            |> result(threshold: 2.0)
            |> filter(fn: (r) => r.level == "anomaly")
            |> keep(columns: ["sensor"])

    testing.diff(
        got: got |> debug.opaque(),
        want: array.from(rows: [{sensor: "b"}, {sensor: "e"}]) |> debug.opaque(),
    )
}

testcase mad_says_nothing_of_times_at_which_all_are_equal {
    data
        |> map(fn: (r) => ({r with _value: 5.0}))
        |> anomalydetection.mad()
        |> testing.assertEmpty()
}

testcase mad_of_nothing_is_nothing {
    data |> filter(fn: (r) => r.sensor == "z") |> anomalydetection.mad() |> testing.assertEmpty()
}
