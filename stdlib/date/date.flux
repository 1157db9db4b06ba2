// Package date takes times apart and calculates with them.
//
// Where a function takes a time, a duration will do as well; it counts from `now()`.
package date

// Sunday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-01T12:00:00Z) == date.Sunday
// ```
//
// ```text
// true
// ```
Sunday = 0

// Monday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-02T12:00:00Z) == date.Monday
// ```
//
// ```text
// true
// ```
Monday = 1

// Tuesday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-03T12:00:00Z) == date.Tuesday
// ```
//
// ```text
// true
// ```
Tuesday = 2

// Wednesday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-04T12:00:00Z) == date.Wednesday
// ```
//
// ```text
// true
// ```
Wednesday = 3

// Thursday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-05T12:00:00Z) == date.Thursday
// ```
//
// ```text
// true
// ```
Thursday = 4

// Friday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-06T12:00:00Z) == date.Friday
// ```
//
// ```text
// true
// ```
Friday = 5

// Saturday is the number of that day in a week that begins with Sunday as 0.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-09-07T12:00:00Z) == date.Saturday
// ```
//
// ```text
// true
// ```
Saturday = 6

// January is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-01-15T12:00:00Z) == date.January
// ```
//
// ```text
// true
// ```
January = 1

// February is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-02-15T12:00:00Z) == date.February
// ```
//
// ```text
// true
// ```
February = 2

// March is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-03-15T12:00:00Z) == date.March
// ```
//
// ```text
// true
// ```
March = 3

// April is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-04-15T12:00:00Z) == date.April
// ```
//
// ```text
// true
// ```
April = 4

// May is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-05-15T12:00:00Z) == date.May
// ```
//
// ```text
// true
// ```
May = 5

// June is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-06-15T12:00:00Z) == date.June
// ```
//
// ```text
// true
// ```
June = 6

// July is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-07-15T12:00:00Z) == date.July
// ```
//
// ```text
// true
// ```
July = 7

// August is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-08-15T12:00:00Z) == date.August
// ```
//
// ```text
// true
// ```
August = 8

// September is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-09-15T12:00:00Z) == date.September
// ```
//
// ```text
// true
// ```
September = 9

// October is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-10-15T12:00:00Z) == date.October
// ```
//
// ```text
// true
// ```
October = 10

// November is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-11-15T12:00:00Z) == date.November
// ```
//
// ```text
// true
// ```
November = 11

// December is the number of that month in a year that begins with 1.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.month(t: 2024-12-15T12:00:00Z) == date.December
// ```
//
// ```text
// true
// ```
December = 12

// second gives the second of the minute, 0 to 59.
//
// ## Parameters
//
// - t: Time to take apart.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.second(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 15
// ```
builtin second : (t: A) => int where A: Timeable

// millisecond gives the part of a time below the second, in milliseconds.
//
// ## Parameters
//
// - t: Time to take apart.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.millisecond(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 123
// ```
builtin millisecond : (t: A) => int where A: Timeable

// microsecond gives the part of a time below the second, in microseconds.
//
// ## Parameters
//
// - t: Time to take apart.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.microsecond(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 123456
// ```
builtin microsecond : (t: A) => int where A: Timeable

// nanosecond gives the part of a time below the second, in nanoseconds.
//
// ## Parameters
//
// - t: Time to take apart.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.nanosecond(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 123456789
// ```
builtin nanosecond : (t: A) => int where A: Timeable

// scale multiplies a duration by a number.
//
// ## Parameters
//
// - d: Duration to multiply.
// - n: Number to multiply by.
//
// ## Examples
//
// ```flux
// import "date"
//
// date.scale(d: 1mo12h, n: 3)
// ```
//
// ```text
// 3mo1d12h
// ```
builtin scale : (d: duration, n: int) => duration

// _minute is the native part of `minute`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _minute : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// minute gives the minute of the hour, 0 to 59.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ```flux
// import "date"
//
// date.minute(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 30
// ```
minute = (t, location=location) => _minute(location: location, t: t)

// _hour is the native part of `hour`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _hour : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// hour gives the hour of the day, 0 to 23.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.hour(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 22
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.hour(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 7
// ```
hour = (t, location=location) => _hour(location: location, t: t)

// _weekDay is the native part of `weekDay`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _weekDay : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// weekDay gives the day of the week, 0 (Sunday) to 6.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.weekDay(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 0
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.weekDay(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 1
// ```
weekDay = (t, location=location) => _weekDay(location: location, t: t)

// _monthDay is the native part of `monthDay`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _monthDay : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// monthDay gives the day of the month, 1 to 31.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.monthDay(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 31
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.monthDay(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 1
// ```
monthDay = (t, location=location) => _monthDay(location: location, t: t)

// _yearDay is the native part of `yearDay`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _yearDay : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// yearDay gives the day of the year, 1 to 366.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.yearDay(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 91
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.yearDay(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 92
// ```
yearDay = (t, location=location) => _yearDay(location: location, t: t)

// _month is the native part of `month`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _month : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// month gives the month of the year, 1 to 12.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.month(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 3
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.month(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 4
// ```
month = (t, location=location) => _month(location: location, t: t)

// _year is the native part of `year`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _year : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// year gives the year.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.year(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 2024
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.year(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 2024
// ```
year = (t, location=location) => _year(location: location, t: t)

// _week is the native part of `week`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _week : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// week gives the week of the year as ISO 8601 counts it, 1 to 53.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.week(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 13
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.week(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 14
// ```
week = (t, location=location) => _week(location: location, t: t)

// _quarter is the native part of `quarter`.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts.
builtin _quarter : (location: {zone: string, offset: duration}, t: A) => int where A: Timeable

// quarter gives the quarter of the year, 1 to 4.
//
// ## Parameters
//
// - t: Time to take apart.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ### In UTC
//
// ```flux
// import "date"
//
// date.quarter(t: 2024-03-31T22:30:15.123456789Z)
// ```
//
// ```text
// 1
// ```
//
// ### In another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.quarter(t: 2024-03-31T22:30:15.123456789Z, location: timezone.location(name: "Asia/Tokyo"))
// ```
//
// ```text
// 2
// ```
quarter = (t, location=location) => _quarter(location: location, t: t)

// _time is the native part of `time`.
//
// ## Parameters
//
// - t: Time or duration.
// - location: Time zone that counts.
builtin _time : (location: {zone: string, offset: duration}, t: A) => time where A: Timeable

// time gives the time that a duration from `now()` leads to, or the clock time in a zone.
//
// With a location, the result shows in UTC what a clock in that zone shows at `t`.
//
// ## Parameters
//
// - t: Time or duration.
// - location: Time zone that counts (default: option `location`).
//
// ## Examples
//
// ```flux
// import "date"
//
// option now = () => 2024-01-01T12:00:00Z
//
// date.time(t: -1h)
// ```
//
// ```text
// 2024-01-01T11:00:00.000000000Z
// ```
time = (t, location=location) => _time(location: location, t: t)

// _add is the native part of `add`.
//
// ## Parameters
//
// - d: Duration to add.
// - to: Time to start from.
// - location: Time zone that counts.
builtin _add : (d: duration, location: {zone: string, offset: duration}, to: A) => time
    where
    A: Timeable

// add gives the time that lies a duration after another.
//
// Months are added first; the day is then at most the last one of the month.
//
// ## Parameters
//
// - d: Duration to add.
// - to: Time to start from.
// - location: Time zone whose clock counts (default: option `location`).
//
// ## Examples
//
// ### Months end where the month ends
//
// ```flux
// import "date"
//
// date.add(d: 1mo, to: 2024-01-31T12:00:00Z)
// ```
//
// ```text
// 2024-02-29T12:00:00.000000000Z
// ```
//
// ### A duration relative to now
//
// ```flux
// import "date"
//
// option now = () => 2024-01-01T12:00:00Z
//
// date.add(d: 1d, to: -6h)
// ```
//
// ```text
// 2024-01-02T06:00:00.000000000Z
// ```
//
// ### A day over which the clock changes has 23 hours
//
// ```flux
// import "date"
// import "timezone"
//
// date.add(d: 1d, to: 2024-03-30T12:00:00Z, location: timezone.location(name: "Europe/Berlin"))
// ```
//
// ```text
// 2024-03-31T11:00:00.000000000Z
// ```
add = (d, to, location=location) => _add(location: location, to: to, d: d)

// _sub is the native part of `sub`.
//
// ## Parameters
//
// - d: Duration to subtract.
// - from: Time to start from.
// - location: Time zone that counts.
builtin _sub : (d: duration, from: A, location: {zone: string, offset: duration}) => time
    where
    A: Timeable

// sub gives the time that lies a duration before another.
//
// Months are subtracted first; the day is then at most the last one of the month.
//
// ## Parameters
//
// - d: Duration to subtract.
// - from: Time to start from.
// - location: Time zone whose clock counts (default: option `location`).
//
// ## Examples
//
// ### Months end where the month ends
//
// ```flux
// import "date"
//
// date.sub(d: 1mo, from: 2024-03-31T12:00:00Z)
// ```
//
// ```text
// 2024-02-29T12:00:00.000000000Z
// ```
//
// ### A day over which the clock changes has 23 hours
//
// ```flux
// import "date"
// import "timezone"
//
// date.sub(d: 1d, from: 2024-03-31T12:00:00Z, location: timezone.location(name: "Europe/Berlin"))
// ```
//
// ```text
// 2024-03-30T13:00:00.000000000Z
// ```
sub = (d, from, location=location) => _sub(location: location, from: from, d: d)

// _truncate is the native part of `truncate`.
//
// ## Parameters
//
// - t: Time to cut down.
// - unit: Unit to cut down to.
// - location: Time zone that counts.
builtin _truncate : (location: {zone: string, offset: duration}, t: A, unit: duration) => time
    where
    A: Timeable

// truncate cuts a time down to the start of the unit that it lies in.
//
// ## Parameters
//
// - t: Time to cut down.
// - unit: Unit to cut down to, either of months or of shorter units.
// - location: Time zone whose days count (default: option `location`).
//
// ## Examples
//
// ### To the hour
//
// ```flux
// import "date"
//
// date.truncate(t: 2024-03-31T22:30:15Z, unit: 1h)
// ```
//
// ```text
// 2024-03-31T22:00:00.000000000Z
// ```
//
// ### To the month
//
// ```flux
// import "date"
//
// date.truncate(t: 2024-03-31T22:30:15Z, unit: 1mo)
// ```
//
// ```text
// 2024-03-01T00:00:00.000000000Z
// ```
//
// ### To the day of another time zone
//
// ```flux
// import "date"
// import "timezone"
//
// date.truncate(t: 2024-03-31T22:30:15Z, unit: 1d, location: timezone.location(name: "Europe/Berlin"))
// ```
//
// ```text
// 2024-03-31T22:00:00.000000000Z
// ```
//
// ### A column of times
//
// ```flux
// import "array"
// import "date"
//
// array.from(
//     rows: [{_time: 2024-03-31T22:30:15Z, _value: 1}, {_time: 2024-03-31T23:00:00Z, _value: 2}],
// )
//     |> map(fn: (r) => ({r with _time: date.truncate(t: r._time, unit: 1h)}))
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-03-31T22:00:00Z │      1 │
// │ 2024-03-31T23:00:00Z │      2 │
// └──────────────────────┴────────┘
// 2 rows
// ```
truncate = (t, unit, location=location) => _truncate(location: location, unit: unit, t: t)
