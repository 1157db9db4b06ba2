// Package boundaries gives start and stop of days, weeks and months near the present one.
//
// The results are records `{start, stop}` that suit `range`. Days begin where the option
// `location` says.
package boundaries

import "date"

// yesterday gives the bounds of the day before today.
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
monday = () => _day_finder(td: date.Monday, func: _day_formatter)

// tuesday gives the bounds of the last Tuesday before today.
tuesday = () => _day_finder(td: date.Tuesday, func: _day_formatter)

// wednesday gives the bounds of the last Wednesday before today.
wednesday = () => _day_finder(td: date.Wednesday, func: _day_formatter)

// thursday gives the bounds of the last Thursday before today.
thursday = () => _day_finder(td: date.Thursday, func: _day_formatter)

// friday gives the bounds of the last Friday before today.
friday = () => _day_finder(td: date.Friday, func: _day_formatter)

// saturday gives the bounds of the last Saturday before today.
saturday = () => _day_finder(td: date.Saturday, func: _day_formatter)

// sunday gives the bounds of the last Sunday before today.
sunday = () => _day_finder(td: date.Sunday, func: _day_formatter)

// month gives the bounds of a month.
//
// ## Parameters
//
// - month_offset: Number of months after the present one; negative for those before it
//   (default `0`).
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
week = (start_sunday=false, week_offset=0) => {
    firstDay = if start_sunday then date.Sunday else date.Monday
    before =
        _day_finder(
            td: firstDay,
            func: _week_formatter,
            offset: date.scale(d: 1w, n: week_offset),
        )
    startsToday = date.weekDay(t: before.start) == date.weekDay(t: today())
    first = if startsToday then date.add(d: 1w, to: before.start) else before.start

    return _week_formatter(s: first)
}
