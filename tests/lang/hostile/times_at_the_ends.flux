// Times are 64 bits of nanoseconds, 1677-09-21 to 2262-04-11: what lies beyond wraps around, as in
// the reference, and parts, truncation and addition work up to the last nanosecond.
import "array"
import "date"
import "experimental"
import "timezone"

first = 1677-09-21T00:12:43.145224192Z
last = 2262-04-11T23:47:16.854775807Z
tokyo = timezone.location(name: "Asia/Tokyo")
york = timezone.location(name: "America/New_York")

day = (t) => "${date.year(t: t)}-${date.month(t: t)}-${date.monthDay(t: t)}"
clock = (
    t,
) => "${date.hour(t: t)}:${date.minute(t: t)}:${date.second(t: t)} .${date.nanosecond(t: t)}"
fractions = (t) => "us ${date.microsecond(t: t)} ms ${date.millisecond(t: t)}"
week = (t) => "week ${date.week(t: t)} weekday ${date.weekDay(t: t)}"
parts = (
    t,
) => "${day(t: t)} ${clock(t: t)} ${fractions(t: t)} ${week(t: t)} day ${date.yearDay(t: t)} quarter ${date.quarter(t: t)}"

lines = [
    parts(t: first),
    parts(t: last),
    "${date.hour(t: first, location: tokyo)} ${date.hour(t: last, location: york)}",
    // Truncated to what would start before the first time: the first time.
    "${date.truncate(t: first, unit: 1h) == first} ${date.truncate(t: first, unit: 1mo) == first}",
    "${date.truncate(t: first, unit: 1d, location: tokyo) == first}",
    "${date.truncate(t: first, unit: 1y, location: york) == first}",
    string(v: date.truncate(t: last, unit: 1mo)),
    string(v: date.truncate(t: last, unit: 1d, location: york)),
    string(v: date.truncate(t: last, unit: 1w, location: tokyo)),
    // Beyond the ends.
    "${date.add(d: 1ns, to: last) == first} ${date.sub(d: 1ns, from: first) == last}",
    string(v: date.add(d: 300y, to: 2021-01-01T00:00:00Z)),
    string(v: experimental.subDuration(d: 1y, from: 1678-01-01T00:00:00Z)),
    string(v: 2300-01-01T00:00:00Z),
    string(v: time(v: "0001-01-01T00:00:00Z")),
    "${int(v: first)} ${int(v: last)} ${int(v: last) - int(v: first)}",
    string(v: date.scale(d: 1h, n: 9223372036854775807)),
]

lines
// expect: [
// expect:     1677-9-21 0:12:43 .145224192 us 145224 ms 145 week 38 weekday 2 day 264 quarter 3,
// expect:     2262-4-11 23:47:16 .854775807 us 854775 ms 854 week 15 weekday 5 day 101 quarter 2,
// expect:     9 19,
// expect:     true true,
// expect:     true,
// expect:     true,
// expect:     2262-04-01T00:00:00.000000000Z,
// expect:     2262-04-11T04:00:00.000000000Z,
// expect:     2262-04-09T15:00:00.000000000Z,
// expect:     true true,
// expect:     1736-06-12T00:25:26.290448384Z,
// expect:     2261-07-22T23:34:33.709551616Z,
// expect:     1715-06-13T00:25:26.290448384Z,
// expect:     1754-08-30T22:43:41.128654848Z,
// expect:     -9223372036854775808 9223372036854775807 -1,
// expect:     -1h
// expect: ]
