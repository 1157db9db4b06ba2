// Package date takes times apart and calculates with them.
//
// Where a function takes a time, a duration will do as well; it counts from `now()`.
package date

// Sunday is the number of that day in a week that begins with Sunday as 0.
Sunday = 0

// Monday is the number of that day in a week that begins with Sunday as 0.
Monday = 1

// Tuesday is the number of that day in a week that begins with Sunday as 0.
Tuesday = 2

// Wednesday is the number of that day in a week that begins with Sunday as 0.
Wednesday = 3

// Thursday is the number of that day in a week that begins with Sunday as 0.
Thursday = 4

// Friday is the number of that day in a week that begins with Sunday as 0.
Friday = 5

// Saturday is the number of that day in a week that begins with Sunday as 0.
Saturday = 6

// January is the number of that month in a year that begins with 1.
January = 1

// February is the number of that month in a year that begins with 1.
February = 2

// March is the number of that month in a year that begins with 1.
March = 3

// April is the number of that month in a year that begins with 1.
April = 4

// May is the number of that month in a year that begins with 1.
May = 5

// June is the number of that month in a year that begins with 1.
June = 6

// July is the number of that month in a year that begins with 1.
July = 7

// August is the number of that month in a year that begins with 1.
August = 8

// September is the number of that month in a year that begins with 1.
September = 9

// October is the number of that month in a year that begins with 1.
October = 10

// November is the number of that month in a year that begins with 1.
November = 11

// December is the number of that month in a year that begins with 1.
December = 12

// second gives the second of the minute, 0 to 59.
//
// ## Parameters
//
// - t: Time to take apart.
builtin second : (t: A) => int where A: Timeable

// millisecond gives the part of a time below the second, in milliseconds.
//
// ## Parameters
//
// - t: Time to take apart.
builtin millisecond : (t: A) => int where A: Timeable

// microsecond gives the part of a time below the second, in microseconds.
//
// ## Parameters
//
// - t: Time to take apart.
builtin microsecond : (t: A) => int where A: Timeable

// nanosecond gives the part of a time below the second, in nanoseconds.
//
// ## Parameters
//
// - t: Time to take apart.
builtin nanosecond : (t: A) => int where A: Timeable

// scale multiplies a duration by a number.
//
// ## Parameters
//
// - d: Duration to multiply.
// - n: Number to multiply by.
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
truncate = (t, unit, location=location) => _truncate(location: location, unit: unit, t: t)
