// Package boundaries gives start and stop of days, weeks and months near the present one.
//
// The results are records `{start, stop}` that suit `range`. Days begin where the option
// `location` says.
package boundaries

import "date"

// yesterday gives the bounds of the day before today.
//
// ## Examples
//
// ### The bounds
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.yesterday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-14T00:00:00Z │ 2024-05-15T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
//
// ### The rows of yesterday
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
//
// day = boundaries.yesterday()
//
// array.from(
//     rows: [
//         {_time: 2024-05-13T20:00:00Z, _value: 1},
//         {_time: 2024-05-14T20:00:00Z, _value: 2},
//         {_time: 2024-05-15T08:00:00Z, _value: 3},
//     ],
// )
//     |> range(start: day.start, stop: day.stop)
//     |> keep(columns: ["_time", "_value"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-05-14T20:00:00Z │      2 │
// └──────────────────────┴────────┘
// 1 row
// ```
yesterday = () => {
    midnight = today()

    return {start: date.sub(from: midnight, d: 1d), stop: midnight}
}

// _day_finder calls a function with the start of the last given day of the week before today.
//
// Today does not count, even if it is such a day.
//
// ## Parameters
//
// - td: Day of the week, 0 (Sunday) to 6.
// - func: Function to call.
// - offset: Distance to a day to use instead of today (default `0h`).
_day_finder = (td, func, offset=0h) => {
    reference = date.add(d: offset, to: today())
    daysBack = (date.weekDay(t: reference) - td + 6) % 7 + 1
    found = date.sub(d: date.scale(d: 1d, n: daysBack), from: reference)

    return func(s: date.truncate(t: found, unit: 1d))
}

// _day_formatter gives the bounds of a day.
//
// ## Parameters
//
// - s: Start of the day.
_day_formatter = (s) => ({start: s, stop: date.add(to: s, d: 1d)})

// _week_formatter gives the bounds of a week.
//
// ## Parameters
//
// - s: Start of the week.
_week_formatter = (s) => ({start: s, stop: date.add(to: s, d: 1w)})

// monday gives the bounds of the last Monday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.monday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-13T00:00:00Z │ 2024-05-14T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
monday = () => _day_finder(td: date.Monday, func: _day_formatter)

// tuesday gives the bounds of the last Tuesday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.tuesday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-14T00:00:00Z │ 2024-05-15T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
tuesday = () => _day_finder(td: date.Tuesday, func: _day_formatter)

// wednesday gives the bounds of the last Wednesday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.wednesday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-08T00:00:00Z │ 2024-05-09T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
wednesday = () => _day_finder(td: date.Wednesday, func: _day_formatter)

// thursday gives the bounds of the last Thursday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.thursday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-09T00:00:00Z │ 2024-05-10T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
thursday = () => _day_finder(td: date.Thursday, func: _day_formatter)

// friday gives the bounds of the last Friday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.friday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-10T00:00:00Z │ 2024-05-11T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
friday = () => _day_finder(td: date.Friday, func: _day_formatter)

// saturday gives the bounds of the last Saturday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.saturday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-11T00:00:00Z │ 2024-05-12T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
saturday = () => _day_finder(td: date.Saturday, func: _day_formatter)

// sunday gives the bounds of the last Sunday before today.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// // A Wednesday.
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.sunday()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-12T00:00:00Z │ 2024-05-13T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
sunday = () => _day_finder(td: date.Sunday, func: _day_formatter)

// month gives the bounds of a month.
//
// ## Parameters
//
// - month_offset: Number of months after the present one; negative for those before it
//   (default `0`).
//
// ## Examples
//
// ### This month and the one before
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.month(), boundaries.month(month_offset: -1)])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-01T00:00:00Z │ 2024-06-01T00:00:00Z │
// │ 2024-04-01T00:00:00Z │ 2024-05-01T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 2 rows
// ```
//
// ### In another time zone
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
// import "timezone"
//
// option now = () => 2024-05-15T13:30:00Z
// option location = timezone.location(name: "Europe/Berlin")
//
// array.from(rows: [boundaries.month()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-04-30T22:00:00Z │ 2024-05-31T22:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
month = (month_offset=0) => {
    present = date.truncate(t: today(), unit: 1mo)
    first = date.add(d: date.scale(d: 1mo, n: month_offset), to: present)

    return {start: first, stop: date.add(to: first, d: 1mo)}
}

// week gives the bounds of a week.
//
// ## Parameters
//
// - start_sunday: Weeks begin on Sunday, not on Monday (default `false`).
// - week_offset: Number of weeks after the present one; negative for those before it
//   (default `0`).
//
// ## Examples
//
// ### This week and the one before
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.week(), boundaries.week(week_offset: -1)])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-13T00:00:00Z │ 2024-05-20T00:00:00Z │
// │ 2024-05-06T00:00:00Z │ 2024-05-13T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 2 rows
// ```
//
// ### Weeks that begin on Sunday
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.week(start_sunday: true)])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-12T00:00:00Z │ 2024-05-19T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
week = (start_sunday=false, week_offset=0) => {
    firstDay = if start_sunday then date.Sunday else date.Monday
    before = _day_finder(
        td: firstDay,
        func: _week_formatter,
        offset: date.scale(d: 1w, n: week_offset),
    )
    startsToday = date.weekDay(t: before.start) == date.weekDay(t: today())
    first = if startsToday then date.add(d: 1w, to: before.start) else before.start

    return _week_formatter(s: first)
}
