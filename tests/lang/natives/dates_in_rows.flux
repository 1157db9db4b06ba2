// The parts of a date come out the same over columns, row by row and called alone.
import "array"
import "date"
import "internal/promql"
import "timezone"

york = timezone.location(name: "America/New_York")

times = [
    2021-03-14T06:59:59Z,
    2021-03-14T07:00:00Z,
    2021-11-07T05:30:00Z,
    2021-11-07T06:30:00Z,
    1969-12-31T23:59:59.999999999Z,
    2100-07-01T12:00:00Z,
]
parts = (t) =>
    "${date.hour(t: t, location: york)} ${date.yearDay(t: t, location: york)} ${date.second(t: t)} " +
        "${date.nanosecond(t: t)} ${date.truncate(t: t, unit: 1h, location: york)} " +
        "${date.add(d: 1mo, to: t, location: york)} ${date.week(t: t)} " +
        "${promql.promqlDayOfWeek(timestamp: float(v: int(v: t)) / 1000000000.0)}"

columns =
    array.from(rows: times |> array.map(fn: (x) => ({t: x})))
        |> map(fn: (r) => ({v: parts(t: r.t)}))
        |> findColumn(fn: (key) => true, column: "v")

alone = times |> array.map(fn: (x) => parts(t: x))

checks = [
    columns == alone,
    length(arr: columns) == 6,
    alone[0] == "1 73 59 0 2021-03-14T06:00:00.000000000Z 2021-04-14T05:59:59.000000000Z 10 0",
    alone[5] == "8 182 0 0 2100-07-01T12:00:00.000000000Z 2100-08-01T12:00:00.000000000Z 26 4",
]

checks
// expect: [
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true
// expect: ]
