package boundaries_test

import "array"
import "experimental/date/boundaries"
import "testing"

// The present is a Wednesday unless a test says otherwise.
shown = (b) => "${b.start} ${b.stop}"
day = (d) => "2024-05-${d}T00:00:00.000000000Z"

testcase yesterday_is_the_day_before_today {
    option now = () => 2024-05-15T13:30:00Z

    testing.assertEqualValues(
        got: shown(b: boundaries.yesterday()),
        want: day(d: "14") + " " + day(d: "15"),
    )
}

testcase days_of_the_week_are_the_last_ones_before_today {
    option now = () => 2024-05-15T13:30:00Z

    got = [
        boundaries.monday(),
        boundaries.tuesday(),
        boundaries.wednesday(),
        boundaries.thursday(),
        boundaries.friday(),
        boundaries.saturday(),
        boundaries.sunday(),
    ]
    want = [
        day(d: "13") + " " + day(d: "14"),
        day(d: "14") + " " + day(d: "15"),
        day(d: "08") + " " + day(d: "09"),
        day(d: "09") + " " + day(d: "10"),
        day(d: "10") + " " + day(d: "11"),
        day(d: "11") + " " + day(d: "12"),
        day(d: "12") + " " + day(d: "13"),
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: shown(b: x)}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase month_is_the_present_one {
    option now = () => 2024-05-15T13:30:00Z

    b = boundaries.month()

    testing.diff(
        got: array.from(rows: [b]),
        want: array.from(rows: [{start: 2024-05-01T00:00:00Z, stop: 2024-06-01T00:00:00Z}]),
    )
}

testcase month_counts_from_the_present_one {
    option now = () => 2024-05-15T13:30:00Z

    testing.diff(
        got: array.from(
            rows: [boundaries.month(month_offset: -3), boundaries.month(month_offset: 8)],
        ),
        want: array.from(
            rows: [
                {start: 2024-02-01T00:00:00Z, stop: 2024-03-01T00:00:00Z},
                {start: 2025-01-01T00:00:00Z, stop: 2025-02-01T00:00:00Z},
            ],
        ),
    )
}

testcase week_begins_on_monday_or_sunday {
    option now = () => 2024-05-15T13:30:00Z

    testing.diff(
        got: array.from(rows: [boundaries.week(), boundaries.week(start_sunday: true)]),
        want: array.from(
            rows: [
                {start: 2024-05-13T00:00:00Z, stop: 2024-05-20T00:00:00Z},
                {start: 2024-05-12T00:00:00Z, stop: 2024-05-19T00:00:00Z},
            ],
        ),
    )
}

testcase week_counts_from_the_present_one {
    option now = () => 2024-05-15T13:30:00Z

    testing.diff(
        got: array.from(rows: [boundaries.week(week_offset: -2), boundaries.week(week_offset: 1)]),
        want: array.from(
            rows: [
                {start: 2024-04-29T00:00:00Z, stop: 2024-05-06T00:00:00Z},
                {start: 2024-05-20T00:00:00Z, stop: 2024-05-27T00:00:00Z},
            ],
        ),
    )
}

testcase week_on_a_monday_begins_today {
    option now = () => 2024-05-13T08:00:00Z

    testing.diff(
        got: array.from(rows: [boundaries.week(), boundaries.monday()]),
        want: array.from(
            rows: [
                {start: 2024-05-13T00:00:00Z, stop: 2024-05-20T00:00:00Z},
                {start: 2024-05-06T00:00:00Z, stop: 2024-05-07T00:00:00Z},
            ],
        ),
    )
}

testcase days_begin_where_the_location_says {
    option now = () => 2024-05-15T13:30:00Z
    option location = {zone: "America/New_York", offset: 0h}

    testing.diff(
        got: array.from(rows: [boundaries.yesterday(), boundaries.month(month_offset: -2)]),
        want: array.from(
            rows: [
                {start: 2024-05-14T04:00:00Z, stop: 2024-05-15T04:00:00Z},
                {start: 2024-03-01T05:00:00Z, stop: 2024-04-01T04:00:00Z},
            ],
        ),
    )
}
