// A field of the accumulator that becomes what another was keeps its text from batch to batch; the
// last batch has one row.
// args: --format plain-csv
import "generate"

generate.from(count: 8193, fn: (n) => n, start: 2020-01-01T00:00:00Z, stop: 2020-01-02T00:00:00Z)
    |> map(fn: (r) => ({v: "a text that does not fit into a view " + string(v: r._value)}))
    |> reduce(
        identity: {a: "", b: "", c: ""},
        fn: (r, accumulator) => ({a: r.v, b: accumulator.a, c: accumulator.b}),
    )
// expect: a,b,c
// expect: a text that does not fit into a view 8192,a text that does not fit into a view 8191,a text that does not fit into a view 8190
