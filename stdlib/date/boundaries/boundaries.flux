// Package boundaries is the former place of `experimental/date/boundaries`.
//
// Each function stops the script with an error that names the new place.
package boundaries

import current "experimental/date/boundaries"

// _moved stops the script with an error; its type is that of the function it is given.
//
// The type keeps scripts that still use this package free of other errors.
_moved = (instead) => {
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

    return instead()
}

// _day_finder is the helper of that name of the new package.
//
// ## Parameters
//
// - td: Day of the week, 0 (Sunday) to 6.
// - func: Function to call.
// - offset: Distance to a day to use instead of today (default `0h`).
_day_finder = current._day_finder

// _day_formatter is the helper of that name of the new package.
//
// ## Parameters
//
// - s: Start of the day.
_day_formatter = current._day_formatter

// _week_formatter is the helper of that name of the new package.
//
// ## Parameters
//
// - s: Start of the week.
_week_formatter = current._week_formatter

// yesterday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
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
yesterday = () => _moved(instead: current.yesterday)

// monday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
monday = () => _moved(instead: current.monday)

// tuesday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
tuesday = () => _moved(instead: current.tuesday)

// wednesday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
wednesday = () => _moved(instead: current.wednesday)

// thursday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
thursday = () => _moved(instead: current.thursday)

// friday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
friday = () => _moved(instead: current.friday)

// saturday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
saturday = () => _moved(instead: current.saturday)

// sunday has moved to `experimental/date/boundaries`.
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
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
sunday = () => _moved(instead: current.sunday)

// month has moved to `experimental/date/boundaries`.
//
// ## Parameters
//
// - month_offset: Number of months after the present one (default `0`).
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
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
// │ 2024-05-01T00:00:00Z │ 2024-06-01T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
month = (month_offset=0) => _moved(instead: () => current.month(month_offset: month_offset))

// week has moved to `experimental/date/boundaries`.
//
// ## Parameters
//
// - start_sunday: Weeks begin on Sunday, not on Monday (default `false`).
// - week_offset: Number of weeks after the present one (default `0`).
//
// ## Examples
//
// ### The function that took its place
//
// ```flux
// import "array"
// import "experimental/date/boundaries"
//
// option now = () => 2024-05-15T13:30:00Z
//
// array.from(rows: [boundaries.week()])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬──────────────────────┐
// │ start                │ stop                 │
// │ time                 │ time                 │
// ├──────────────────────┼──────────────────────┤
// │ 2024-05-13T00:00:00Z │ 2024-05-20T00:00:00Z │
// └──────────────────────┴──────────────────────┘
// 1 row
// ```
week = (start_sunday=false, week_offset=0) => _moved(
    instead: () => current.week(start_sunday: start_sunday, week_offset: week_offset),
)
