package statsmodels_test

import "array"
import "contrib/anaisdg/statsmodels"
import "internal/debug"
import "testing"

rows = (values) => array.from(rows: values |> array.map(fn: (x) => ({_value: x})))

testcase linearRegression_finds_a_line_through_all_points {
    got =
        rows(values: [3.0, 5.0, 7.0])
            |> statsmodels.linearRegression()
            |> drop(columns: ["sx", "sy", "sxx", "sxy"])
    want = array.from(
        rows: [
            {
                N: 3.0,
                slope: 2.0,
                x: 1.0,
                y: 3.0,
                y_hat: 3.0,
                errors: 0.0,
            },
            {
                N: 3.0,
                slope: 2.0,
                x: 2.0,
                y: 5.0,
                y_hat: 5.0,
                errors: 0.0,
            },
            {
                N: 3.0,
                slope: 2.0,
                x: 3.0,
                y: 7.0,
                y_hat: 7.0,
                errors: 0.0,
            },
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase linearRegression_squares_what_the_line_misses {
    got =
        rows(values: [0.0, 3.0, 0.0])
            |> statsmodels.linearRegression()
            |> keep(columns: [
                "errors",
                "slope",
                "y_hat",
                "sx",
                "sy",
                "sxx",
                "sxy",
            ])
    want = array.from(
        rows: [
            {
                errors: 1.0,
                slope: 0.0,
                y_hat: 1.0,
                sx: 6.0,
                sy: 3.0,
                sxx: 14.0,
                sxy: 6.0,
            },
            {
                errors: 4.0,
                slope: 0.0,
                y_hat: 1.0,
                sx: 6.0,
                sy: 3.0,
                sxx: 14.0,
                sxy: 6.0,
            },
            {
                errors: 1.0,
                slope: 0.0,
                y_hat: 1.0,
                sx: 6.0,
                sy: 3.0,
                sxx: 14.0,
                sxy: 6.0,
            },
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase linearRegression_keeps_other_columns {
    got =
        array.from(rows: [{t: "a", _value: 1.0}, {t: "b", _value: 2.0}])
            |> statsmodels.linearRegression()
            |> keep(columns: ["t", "x"])

    testing.diff(
        got: got |> debug.opaque(),
        want: array.from(rows: [{t: "a", x: 1.0}, {t: "b", x: 2.0}]) |> debug.opaque(),
    )
}
