// What the scripts of operators.txt work on: COUNT rows with nulls in one table, the same in twenty tables, a second
// stream to join with.
import "array"
import "csv"
import "experimental"
import "experimental/table"
import "generate"
import "internal/debug"
import "interpolate"
import "join"

rows =
    generate.from(
        count: COUNT,
        fn: (n) => n * 7919 % 3000017,
        start: 2024-01-01T00:00:00Z,
        stop: 2024-01-11T00:00:00Z,
    )
        |> map(
            fn: (r) => ({
                _time: r._time,
                _value:
                    if r._value % 11 == 0 then
                        debug.null(type: "float")
                    else
                        float(v: r._value % 1000) / 8.0,
                host: "host number ${r._value % 20}",
                n: r._value % 7,
                b: float(v: r._value % 13),
            }),
        )
        |> range(start: 2024-01-01T00:00:00Z, stop: 2024-01-11T00:00:00Z)
series = rows |> group(columns: ["_start", "_stop", "host"])
others =
    series
        |> filter(fn: (r) => r.n > 2)
        |> keep(columns: [
            "_start",
            "_stop",
            "_time",
            "host",
            "b",
        ])
