// Functions of your own: one with a default for a parameter, and one that takes a stream by |> and so extends the
// language (`tables=<-` is the parameter that the pipe fills, `fn` is a function that the caller gives).
import "array"
import "math"

celsius = (fahrenheit, digits=1) => {
    scale = math.pow10(n: digits)

    return math.round(x: (fahrenheit - 32.0) / 1.8 * scale) / scale
}

share = (tables=<-, fn) =>
    tables
        |> reduce(
            identity: {rows: 0, matching: 0},
            fn: (r, accumulator) => ({
                rows: accumulator.rows + 1,
                matching: accumulator.matching + (if fn(r: r) then 1 else 0),
            }),
        )
        |> map(fn: (r) => ({r with percent: 100 * r.matching / r.rows}))

array.from(
    rows: [
        {city: "Austin", high: 91.4},
        {city: "Austin", high: 58.1},
        {city: "Austin", high: 71.6},
        {city: "Boston", high: 30.2},
        {city: "Boston", high: 35.6},
    ],
)
    |> map(fn: (r) => ({r with high: celsius(fahrenheit: r.high)}))
    |> group(columns: ["city"])
    |> share(fn: (r) => r.high > 20.0)
