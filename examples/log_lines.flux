// Lines of a log become a table: a regular expression says which lines count, then they are taken apart and counted.
import "array"
import "strings"

line = /^\S+ (GET|POST) \S+ \d{3} \d+ms$/

array.from(
    rows: [
        {text: "2024-02-01T08:00:01Z GET /items 200 12ms"},
        {text: "2024-02-01T08:00:02Z POST /items 201 48ms"},
        {text: "2024-02-01T08:00:02Z GET /items/7 404 3ms"},
        {text: "-- restarted --"},
        {text: "2024-02-01T08:00:09Z GET /items 500 951ms"},
    ],
)
    |> filter(fn: (r) => r.text =~ line)
    |> map(
        fn: (r) => {
            parts = strings.split(v: strings.trimSuffix(v: r.text, suffix: "ms"), t: " ")

            return {path: parts[2], failed: int(v: parts[3]) >= 400, ms: int(v: parts[4])}
        },
    )
    |> group(columns: ["failed"])
    |> reduce(
        identity: {requests: 0, slowest: 0},
        fn: (r, accumulator) => ({
            requests: accumulator.requests + 1,
            slowest: if r.ms > accumulator.slowest then r.ms else accumulator.slowest,
        }),
    )
