// Windows with offsets, long periods and wall clocks at both ends of time.
import "array"
import "timezone"

first = 1677-09-21T00:12:43.145224192Z
last = 2262-04-11T23:47:16.854775806Z
data =
    array.from(rows: [{_time: first, _value: 1.0}, {_time: last, _value: 2.0}])
        |> range(start: first, stop: 2262-04-11T23:47:16.854775807Z)
york = timezone.location(name: "America/New_York")
tokyo = timezone.location(name: "Asia/Tokyo")
shape = (tables=<-, name) =>
    tables
        |> count()
        |> keep(columns: ["_start", "_stop", "_value"])
        |> group()
        |> map(fn: (r) => ({name: name, from: r._start, to: r._stop, n: r._value}))

union(
    tables: [
        data |> window(every: 1h, period: 2h, offset: 30m) |> shape(name: "a"),
        data |> window(every: 1d, location: york) |> shape(name: "b"),
        data |> window(every: 1mo, location: tokyo) |> shape(name: "c"),
        data |> window(every: 1s, offset: -1mo, location: york) |> shape(name: "d"),
        data
            |> aggregateWindow(every: 50y, fn: sum, createEmpty: true)
            |> map(fn: (r) => ({name: "e", from: r._start, to: r._time, n: int(v: r._value)})),
    ],
)
    |> sort(columns: ["name", "from", "to"])
// expect: _result · table 0
// expect: ┌────────────────────────────────┬──────┬────────┬────────────────────────────────┐
// expect: │ from                           │    n │ name   │ to                             │
// expect: │ time                           │  int │ string │ time                           │
// expect: ├────────────────────────────────┼──────┼────────┼────────────────────────────────┤
// expect: │ 1677-09-21T00:12:43.145224192Z │    1 │ a      │ 1677-09-21T01:30:00Z           │
// expect: │ 2262-04-11T22:30:00Z           │    1 │ a      │ 2262-04-11T23:47:16.854775807Z │
// expect: │ 2262-04-11T23:30:00Z           │    1 │ a      │ 2262-04-11T23:47:16.854775807Z │
// expect: │ 1677-09-21T00:12:43.145224192Z │    1 │ b      │ 1677-09-21T04:56:02Z           │
// expect: │ 2262-04-11T04:00:00Z           │    1 │ b      │ 2262-04-11T23:47:16.854775807Z │
// expect: │ 1677-09-21T00:12:43.145224192Z │    1 │ c      │ 1677-09-30T14:41:01Z           │
// expect: │ 2262-03-31T15:00:00Z           │    1 │ c      │ 2262-04-11T23:47:16.854775807Z │
// expect: │ 1677-09-21T00:12:43.145224192Z │    1 │ d      │ 1677-09-21T00:12:44Z           │
// expect: │ 2262-04-11T23:47:16Z           │    1 │ d      │ 2262-04-11T23:47:16.854775807Z │
// expect: │ 1677-09-21T00:12:43.145224192Z │    1 │ e      │ 1720-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 1770-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 1820-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 1870-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 1920-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 1970-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 2020-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 2070-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 2120-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 2170-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │ null │ e      │ 2220-01-01T00:00:00Z           │
// expect: │ 1677-09-21T00:12:43.145224192Z │    2 │ e      │ 2262-04-11T23:47:16.854775807Z │
// expect: └────────────────────────────────┴──────┴────────┴────────────────────────────────┘
// expect: 21 rows
