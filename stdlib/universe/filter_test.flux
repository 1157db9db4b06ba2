package universe_test

import "array"
import "internal/debug"
import "testing"

rooms = array.from(
    rows: [
        {room: "attic", t: 17.5, on: true},
        {room: "cellar", t: 9.0, on: false},
        {room: "attic", t: debug.null(type: "float"), on: true},
        {room: "kitchen", t: 21.0, on: true},
    ],
)

testcase filter_rows {
    got = rooms |> filter(fn: (r) => r.t > 10.0 and r.on)
    want = array.from(
        rows: [{room: "attic", t: 17.5, on: true}, {room: "kitchen", t: 21.0, on: true}],
    )

    testing.diff(got: got, want: want)
}

testcase filter_drops_rows_for_which_the_predicate_is_null {
    got = rooms |> filter(fn: (r) => r.t > 0.0 or r.t <= 0.0) |> keep(columns: ["room"])
    want = array.from(rows: [{room: "attic"}, {room: "cellar"}, {room: "kitchen"}])

    testing.diff(got: got, want: want)
}

testcase filter_finds_nulls {
    got = rooms |> filter(fn: (r) => not exists r.t) |> keep(columns: ["room", "on"])
    want = array.from(rows: [{room: "attic", on: true}])

    testing.diff(got: got, want: want)
}

testcase filter_drops_tables_without_rows {
    got =
        rooms
            |> group(columns: ["room"])
            |> filter(fn: (r) => r.t > 20.0)
            |> count(column: "t")
    want = array.from(rows: [{room: "kitchen", t: 1}]) |> group(columns: ["room"])

    testing.diff(got: got, want: want)
}

testcase filter_keeps_empty_tables_if_asked_to {
    got =
        rooms
            |> group(columns: ["room"])
            |> filter(fn: (r) => r.t > 20.0, onEmpty: "keep")
            |> count(column: "t")
    want =
        array.from(rows: [{room: "attic", t: 0}, {room: "cellar", t: 0}, {room: "kitchen", t: 1}])
            |> group(columns: ["room"])

    testing.diff(got: got, want: want)
}

testcase filter_by_a_column_of_the_group_key {
    got =
        rooms
            |> group(columns: ["room"])
            |> filter(fn: (r) => r.room =~ /^c/)
    want =
        array.from(rows: [{room: "cellar", t: 9.0, on: false}])
            |> group(columns: ["room"])

    testing.diff(got: got, want: want)
}

testcase filter_by_a_column_that_is_not_there {
    got = rooms |> debug.opaque() |> filter(fn: (r) => r.colour == "red")
    want = rooms |> filter(fn: (r) => false) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase filter_refuses_another_onEmpty {
    testing.shouldError(
        fn: () => rooms |> filter(fn: (r) => true, onEmpty: "maybe"),
        want: /onEmpty must be keep or drop/,
    )
}
