package date_test

import "array"
import "date"
import "testing"
import "timezone"

leapDay = 2024-02-29T13:45:59.123456789Z

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

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

testcase parts_at_the_ends_of_years {
    same(pairs: [
        {got: date.week(t: 2021-01-01T00:00:00Z), want: 53},
        {got: date.week(t: 2018-12-31T00:00:00Z), want: 1},
        {got: date.yearDay(t: 2024-12-31T00:00:00Z), want: 366},
        {got: date.yearDay(t: 2023-12-31T00:00:00Z), want: 365},
        {got: date.weekDay(t: 2023-01-01T00:00:00Z), want: 0},
        {got: date.quarter(t: 2023-10-01T00:00:00Z), want: 4},
        {got: date.quarter(t: 2023-09-30T00:00:00Z), want: 3},
    ])
}

testcase parts_before_1970 {
    same(pairs: [
        {got: date.year(t: 1969-12-31T23:59:59.999Z), want: 1969},
        {got: date.second(t: 1969-12-31T23:59:59.999Z), want: 59},
        {got: date.millisecond(t: 1969-12-31T23:59:59.999Z), want: 999},
        {got: date.weekDay(t: 1969-12-31T23:59:59Z), want: 3},
        {got: date.hour(t: 1900-01-01T05:00:00Z), want: 5},
    ])
}

testcase parts_on_the_clock_of_a_place {
    same(pairs: [
        {
            got: date.minute(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 30,
        },
        {
            got: date.hour(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 3,
        },
        {
            got: date.weekDay(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 0,
        },
        {
            got: date.monthDay(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 14,
        },
        {
            got: date.yearDay(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 73,
        },
        {
            got: date.month(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 3,
        },
        {
            got: date.year(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021,
        },
        {
            got: date.week(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 10,
        },
        {
            got: date.quarter(
                t: 2021-03-14T07:30:15.123456789Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 1,
        },
    ])
}

testcase parts_of_a_fixed_offset {
    same(pairs: [
        {got: date.hour(t: 2024-01-01T00:00:00Z, location: {zone: "UTC", offset: -30m}), want: 23},
        {
            got: date.year(t: 2024-01-01T00:00:00Z, location: {zone: "UTC", offset: -30m}),
            want: 2023,
        },
        {
            got: date.minute(
                t: 2024-01-01T00:00:00Z,
                location: {zone: "Asia/Kathmandu", offset: 0h},
            ),
            want: 45,
        },
    ])
}

testcase truncate_counts_fixed_units_from_1970 {
    same(pairs: [
        {got: date.truncate(t: 2021-03-14T07:30:00Z, unit: 1w), want: 2021-03-11T00:00:00Z},
        {got: date.truncate(t: 2021-03-14T07:30:00Z, unit: 90s), want: 2021-03-14T07:30:00Z},
        {got: date.truncate(t: 1969-12-31T23:59:59Z, unit: 1m), want: 1969-12-31T23:59:00Z},
        {got: date.truncate(t: 2021-03-14T07:30:00Z, unit: 7mo), want: 2020-10-01T00:00:00Z},
        {got: date.truncate(t: 2023-03-14T07:30:00Z, unit: 3y), want: 2021-01-01T00:00:00Z},
    ])
}

testcase truncate_to_days_of_a_place {
    same(pairs: [
        {
            got: date.truncate(
                t: 2021-03-14T12:00:00Z,
                unit: 1d,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-03-14T05:00:00Z,
        },
        {
            got: date.truncate(
                t: 2021-03-15T12:00:00Z,
                unit: 1d,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-03-15T04:00:00Z,
        },
        {
            got: date.truncate(
                t: 2021-11-07T06:30:00Z,
                unit: 1h,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-11-07T05:00:00Z,
        },
        {
            got: date.truncate(
                t: 2021-05-05T00:00:00Z,
                unit: 1mo,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-05-01T04:00:00Z,
        },
    ])
}

testcase truncate_refuses_a_unit_of_zero {
    testing.shouldError(
        fn: () => date.truncate(t: 2021-01-01T00:00:00Z, unit: 0s),
        want: /cannot be zero/,
    )
}

testcase truncate_refuses_a_negative_unit {
    testing.shouldError(
        fn: () => date.truncate(t: 2021-01-01T00:00:00Z, unit: -1h),
        want: /cannot be negative/,
    )
}

testcase truncate_refuses_months_with_hours {
    testing.shouldError(
        fn: () => date.truncate(t: 2021-01-01T00:00:00Z, unit: 1mo1h),
        want: /cannot mix month and nanosecond units/,
    )
}

testcase add_and_sub_months_then_the_rest {
    same(pairs: [
        {got: date.add(to: 2021-01-31T00:00:00Z, d: 1mo1d), want: 2021-03-01T00:00:00Z},
        {got: date.add(to: 2021-12-31T00:00:00Z, d: 2mo), want: 2022-02-28T00:00:00Z},
        {got: date.add(to: 2021-01-01T00:00:00Z, d: 0s), want: 2021-01-01T00:00:00Z},
        {got: date.add(to: 2021-01-01T00:00:00Z, d: -1d), want: 2020-12-31T00:00:00Z},
        {got: date.sub(from: 2021-03-31T00:00:00Z, d: 1mo), want: 2021-02-28T00:00:00Z},
        {got: date.sub(from: 2021-01-01T00:00:00Z, d: -90m), want: 2021-01-01T01:30:00Z},
    ])
}

testcase add_and_sub_on_the_clock_of_a_place {
    same(pairs: [
        {
            got: date.add(
                to: 2021-03-13T12:00:00Z,
                d: 24h,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-03-14T11:00:00Z,
        },
        {
            got: date.add(
                to: 2021-03-14T06:30:00Z,
                d: 1h,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-03-14T07:00:00Z,
        },
        {
            got: date.add(
                to: 2021-11-07T05:30:00Z,
                d: 1h,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-11-07T07:30:00Z,
        },
        {
            got: date.sub(
                from: 2021-11-08T12:00:00Z,
                d: 1d,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-11-07T12:00:00Z,
        },
    ])
}

testcase scale_multiplies_durations {
    same(pairs: [
        {got: string(v: date.scale(d: 1mo30m, n: 3)), want: "3mo1h30m"},
        {got: string(v: date.scale(d: 1h, n: 0)), want: "0ns"},
        {got: string(v: date.scale(d: 1h, n: -2)), want: "-2h"},
    ])
}

testcase time_shows_the_clock_of_a_place {
    same(pairs: [
        {
            got: date.time(
                t: 2021-03-13T07:30:00Z,
                location: timezone.location(name: "America/New_York"),
            ),
            want: 2021-03-13T02:30:00Z,
        },
        {got: date.time(t: 2021-03-13T07:30:00Z), want: 2021-03-13T07:30:00Z},
    ])
}

testcase an_unknown_zone_is_an_error {
    testing.shouldError(
        fn: () => date.hour(t: 2021-01-01T00:00:00Z, location: {zone: "Here/There", offset: 0h}),
        want: /location|Here/,
    )
}

testcase parts_of_a_column {
    option location = timezone.fixed(offset: 2h)

    got =
        array.from(rows: [{t: 2024-01-31T22:30:00Z}, {t: 1969-12-31T22:00:00Z}])
            |> map(
                fn: (r) => ({
                    d: date.monthDay(t: r.t),
                    m: date.month(t: r.t),
                    n: date.add(to: r.t, d: 1mo),
                    w: date.truncate(t: r.t, unit: 1d),
                }),
            )
    want = array.from(
        rows: [
            {d: 1, m: 2, n: 2024-02-29T22:30:00Z, w: 2024-01-31T22:00:00Z},
            {d: 1, m: 1, n: 1970-01-31T22:00:00Z, w: 1969-12-31T22:00:00Z},
        ],
    )

    testing.diff(got: got, want: want)
}
