// Package timezone makes records for the option `location`.
package timezone

// utc is the time zone UTC.
//
// ## Examples
//
// ```flux
// import "timezone"
//
// timezone.utc
// ```
//
// ```text
// {offset: 0ns, zone: UTC}
// ```
utc = {offset: 0h, zone: "UTC"}

// fixed gives a time zone with a fixed distance to UTC.
//
// ## Parameters
//
// - offset: Distance to UTC; positive east of it.
//
// ## Examples
//
// ### The hour on a clock three and a half hours ahead of UTC
//
// ```flux
// import "date"
// import "timezone"
//
// date.hour(t: 2024-05-01T10:45:00Z, location: timezone.fixed(offset: 3h30m))
// ```
//
// ```text
// 14
// ```
fixed = (offset) => ({zone: "UTC", offset: offset})

// location gives the time zone of a name of the tz database.
//
// ## Parameters
//
// - name: Name of the zone, e.g. `"Europe/Paris"`.
//
// ## Examples
//
// ### Days of a place
//
// ```flux
// import "array"
// import "timezone"
//
// option location = timezone.location(name: "Europe/Lisbon")
//
// array.from(
//     rows: [{_time: 2024-07-01T22:30:00Z, _value: 1}, {_time: 2024-07-01T23:30:00Z, _value: 2}],
// )
//     |> range(start: 2024-07-01T00:00:00Z, stop: 2024-07-03T00:00:00Z)
//     |> window(every: 1d)
// ```
//
// ```text
// _result · table 0 · _start=2024-07-01T00:00:00Z, _stop=2024-07-01T23:00:00Z
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-07-01T22:30:00Z │      1 │
// └──────────────────────┴────────┘
// 1 row
//
// _result · table 1 · _start=2024-07-01T23:00:00Z, _stop=2024-07-02T23:00:00Z
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-07-01T23:30:00Z │      2 │
// └──────────────────────┴────────┘
// 1 row
// ```
//
// ### Midnight at a place
//
// ```flux
// import "date"
// import "timezone"
//
// date.truncate(t: 2024-02-10T20:00:00Z, unit: 1d, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 2024-02-10T15:00:00.000000000Z
// ```
builtin location : (name: string) => {zone: string, offset: duration}
