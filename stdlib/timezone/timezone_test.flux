package timezone_test

import "array"
import "date"
import "testing"
import "timezone"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase utc_is_UTC_without_an_offset {
    same(pairs: [
        {got: timezone.utc.zone, want: "UTC"},
        {got: string(v: timezone.utc.offset), want: "0ns"},
    ])
}

testcase fixed_keeps_its_offset {
    same(pairs: [
        {got: string(v: timezone.fixed(offset: 5h30m).offset), want: "5h30m"},
        {got: timezone.fixed(offset: -8h).zone, want: "UTC"},
    ])
}

testcase location_gives_the_name {
    same(pairs: [
        {got: timezone.location(name: "America/Denver").zone, want: "America/Denver"},
        {got: string(v: timezone.location(name: "America/Denver").offset), want: "0ns"},
        {got: timezone.location(name: "").zone, want: ""},
        {got: timezone.location(name: "EST").zone, want: "EST"},
    ])
}

testcase location_refuses_names_that_are_no_zones {
    testing.shouldError(
        fn: () => timezone.location(name: "Middle/Nowhere"),
        want: /unknown time zone Middle\/Nowhere/,
    )
}

testcase location_is_particular_about_letter_case {
    testing.shouldError(
        fn: () => timezone.location(name: "europe/paris"),
        want: /unknown time zone europe\/paris/,
    )
}

testcase location_refuses_Local {
    testing.shouldError(fn: () => timezone.location(name: "Local"), want: /unknown time zone Local/)
}

testcase location_refuses_offsets {
    testing.shouldError(fn: () => timezone.location(name: "+02:00"), want: /unknown time zone/)
}

testcase fixed_offsets_move_the_clock {
    same(pairs: [
        {got: date.hour(t: 2024-01-01T00:30:00Z, location: timezone.fixed(offset: -1h)), want: 23},
        {
            got: date.monthDay(t: 2024-01-01T00:30:00Z, location: timezone.fixed(offset: -1h)),
            want: 31,
        },
        {got: date.hour(t: 2024-01-01T00:30:00Z, location: timezone.fixed(offset: 9h30m)), want: 10},
    ])
}

testcase zones_know_summer_time {
    same(pairs: [
        {
            got: date.hour(
                t: 2024-01-15T12:00:00Z,
                location: timezone.location(name: "Europe/Madrid"),
            ),
            want: 13,
        },
        {
            got: date.hour(
                t: 2024-07-15T12:00:00Z,
                location: timezone.location(name: "Europe/Madrid"),
            ),
            want: 14,
        },
        {
            got: date.hour(
                t: 2024-07-15T12:00:00Z,
                location: timezone.location(name: "Asia/Kolkata"),
            ),
            want: 17,
        },
    ])
}

testcase the_option_location_changes_windows {
    option location = timezone.location(name: "Australia/Adelaide")

    got =
        array.from(
            rows: [
                {_time: 2024-06-01T14:29:59Z, _value: 1},
                {_time: 2024-06-01T14:30:00Z, _value: 2},
            ],
        )
            |> range(start: 2024-05-31T14:30:00Z, stop: 2024-06-02T14:30:00Z)
            |> aggregateWindow(every: 1d, fn: sum, timeSrc: "_start")
            |> keep(columns: ["_time", "_value"])
    want = array.from(
        rows: [{_time: 2024-05-31T14:30:00Z, _value: 1}, {_time: 2024-06-01T14:30:00Z, _value: 2}],
    )

    testing.diff(got: got, want: want)
}
