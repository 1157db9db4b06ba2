// What the scripts of operators.txt have to do with: many rows in one table, many tables of one row, few rows in
// a range of centuries.
import "array"
import "experimental"
import "generate"
import "internal/debug"
import "interpolate"
import "join"
import "strings"

centuries = {start: 1700-01-01T00:00:00Z, stop: 2262-01-01T00:00:00Z}
rows = generate.from(
    count: 800000,
    fn: (n) => n * 7919 % 3000017,
    start: 1990-01-01T00:00:00Z,
    stop: 2030-01-01T00:00:00Z,
)
floats = rows |> map(fn: (r) => ({_time: r._time, _value: float(v: r._value)}))
tables =
    generate.from(
        count: 250000,
        fn: (n) => n * 7919 % 3000017,
        start: 1990-01-01T00:00:00Z,
        stop: 2030-01-01T00:00:00Z,
    )
        |> map(fn: (r) => ({_time: r._time, _value: float(v: r._value), k: r._value}))
        |> group(columns: ["k"])
few =
    array.from(
        rows: [
            {_time: 1701-01-01T00:00:00Z, _value: 1.0},
            {_time: 2261-01-01T00:00:00Z, _value: 2.0},
        ],
    )
        |> range(start: centuries.start, stop: centuries.stop)
same = generate.from(
    count: 20000,
    fn: (n) => 1,
    start: 1990-01-01T00:00:00Z,
    stop: 2030-01-01T00:00:00Z,
)
// One column many times over: an operator has as much to do with the table as if it had that many columns.
many = strings.split(v: strings.repeat(v: "_value,", i: 1999) + "_value", t: ",")
