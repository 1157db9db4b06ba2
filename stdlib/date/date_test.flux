package date_test

import "array"
import "date"
import "testing"
import "timezone"

leapDay = 2024-02-29T13:45:59.123456789Z

testcase parts_of_a_time {
    testing.diff(
        got: array.from(
            rows: [
                {part: "year", v: date.year(t: leapDay)},
                {part: "quarter", v: date.quarter(t: leapDay)},
                {part: "month", v: date.month(t: leapDay)},
                {part: "monthDay", v: date.monthDay(t: leapDay)},
                {part: "yearDay", v: date.yearDay(t: leapDay)},
                {part: "week", v: date.week(t: leapDay)},
                {part: "weekDay", v: date.weekDay(t: leapDay)},
                {part: "hour", v: date.hour(t: leapDay)},
                {part: "minute", v: date.minute(t: leapDay)},
                {part: "second", v: date.second(t: leapDay)},
                {part: "millisecond", v: date.millisecond(t: leapDay)},
                {part: "microsecond", v: date.microsecond(t: leapDay)},
                {part: "nanosecond", v: date.nanosecond(t: leapDay)},
            ],
        ),
        want: array.from(
            rows: [
                {part: "year", v: 2024},
                {part: "quarter", v: 1},
                {part: "month", v: 2},
                {part: "monthDay", v: 29},
                {part: "yearDay", v: 60},
                {part: "week", v: 9},
                {part: "weekDay", v: 4},
                {part: "hour", v: 13},
                {part: "minute", v: 45},
                {part: "second", v: 59},
                {part: "millisecond", v: 123},
                {part: "microsecond", v: 123456},
                {part: "nanosecond", v: 123456789},
            ],
        ),
    )
}

testcase truncate_to_units {
    testing.diff(
        got: array.from(
            rows: [
                {n: 1, v: date.truncate(t: leapDay, unit: 1s)},
                {n: 2, v: date.truncate(t: leapDay, unit: 1h)},
                {n: 3, v: date.truncate(t: leapDay, unit: 1d)},
                {n: 4, v: date.truncate(t: leapDay, unit: 1mo)},
                {n: 5, v: date.truncate(t: leapDay, unit: 1y)},
            ],
        ),
        want: array.from(
            rows: [
                {n: 1, v: 2024-02-29T13:45:59Z},
                {n: 2, v: 2024-02-29T13:00:00Z},
                {n: 3, v: 2024-02-29T00:00:00Z},
                {n: 4, v: 2024-02-01T00:00:00Z},
                {n: 5, v: 2024-01-01T00:00:00Z},
            ],
        ),
    )
}

testcase add_keeps_to_the_calendar {
    testing.assertEqualValues(
        got: date.add(to: 2024-01-31T00:00:00Z, d: 1mo),
        want: 2024-02-29T00:00:00Z,
    )
}

testcase sub_a_year_from_a_leap_day {
    testing.assertEqualValues(
        got: date.sub(from: 2024-02-29T00:00:00Z, d: 1y),
        want: 2023-02-28T00:00:00Z,
    )
}

testcase parts_in_a_time_zone {
    testing.assertEqualValues(
        got: date.hour(t: 2024-07-01T23:30:00Z, location: timezone.location(name: "Europe/Berlin")),
        want: 1,
    )
}

testcase a_duration_is_taken_from_now {
    option now = () => 2024-05-05T12:00:00Z

    testing.assertEqualValues(got: date.hour(t: -2h), want: 10)
}

testcase time_gives_the_instant {
    option now = () => 2024-05-05T12:00:00Z

    testing.assertEqualValues(got: date.time(t: -1d), want: 2024-05-04T12:00:00Z)
}
