// Fields become columns (pivot), rows become lines of text: a report to read or to mail.
import "array"
import "strings"

latest =
    from(bucket: "plant")
        |> range(start: -1h)
        |> filter(fn: (r) => r._measurement == "machine")
        |> last()
        |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
        |> group()

pad = (v, n) => strings.substring(v: v + strings.repeat(v: " ", i: n), start: 0, end: n)

lines =
    latest
        |> map(
            fn: (r) => ({
                line: pad(v: r.name, n: 8) + pad(v: r.state, n: 9) + "${r.vibration} mm/s",
            }),
        )
        |> findColumn(fn: (key) => true, column: "line")

strings.joinStr(arr: lines, v: "\n") + "\n${length(arr: lines)} machines"
