// Package statsmodels fits models to data.
package statsmodels

// linearRegression fits a straight line to the values, taken to stand at equal distances.
//
// The result has the columns `x` (number of the row), `y` (value), `y_hat` (value on the line),
// `errors` (square of their difference), `slope`, `N` (number of rows) and the sums `sx`, `sy`,
// `sxx`, `sxy`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/anaisdg/statsmodels"
//
// array.from(rows: [{_value: 1.0}, {_value: 6.0}, {_value: 5.0}, {_value: 12.0}])
//     |> statsmodels.linearRegression()
//     |> keep(columns: ["x", "y", "y_hat", "slope"])
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┬───────┬────────────────────┐
// │     y │     x │ slope │              y_hat │
// │ float │ float │ float │              float │
// ├───────┼───────┼───────┼────────────────────┤
// │     1 │     1 │   3.2 │ 1.2000000000000002 │
// │     6 │     2 │   3.2 │                4.4 │
// │     5 │     3 │   3.2 │  7.600000000000001 │
// │    12 │     4 │   3.2 │               10.8 │
// └───────┴───────┴───────┴────────────────────┘
// 4 rows
// ```
linearRegression = (tables=<-) => {
    points =
        rename(tables: tables, columns: {_value: "y"})
            |> map(fn: (r) => ({r with x: 1.0}))
            |> cumulativeSum(columns: ["x"])
    sums =
        reduce(
            tables: points,
            identity: {
                N: 0.0,
                sx: 0.0,
                sxx: 0.0,
                sxy: 0.0,
                sy: 0.0,
            },
            fn: (r, accumulator) => ({
                N: accumulator.N + 1.0,
                sx: accumulator.sx + r.x,
                sxx: accumulator.sxx + r.x * r.x,
                sxy: accumulator.sxy + r.x * r.y,
                sy: accumulator.sy + r.y,
            }),
        )
            |> tableFind(fn: (key) => true)
            |> getRecord(idx: 0)
    meanX = sums.sx / sums.N
    meanY = sums.sy / sums.N
    slope = (sums.sxy - meanX * meanY * sums.N) / (sums.sxx - sums.N * meanX * meanX)
    intercept = meanY - slope * meanX

    return
        map(
            tables: points,
            fn: (r) => ({r with
                N: sums.N,
                slope: slope,
                sx: sums.sx,
                sxx: sums.sxx,
                sxy: sums.sxy,
                sy: sums.sy,
                y_hat: slope * r.x + intercept,
            }),
        )
            |> map(fn: (r) => ({r with errors: (r.y - r.y_hat) ^ 2.0}))
}
