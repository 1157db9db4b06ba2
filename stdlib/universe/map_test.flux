package universe_test

import "array"
import "internal/debug"
import "testing"

boxes = array.from(
    rows: [
        {id: "a", w: 2.0, h: 3.0},
        {id: "b", w: 1.5, h: debug.null(type: "float")},
        {id: "c", w: 4.0, h: 0.5},
    ],
)

testcase map_extends_rows {
    got = boxes |> map(fn: (r) => ({r with area: r.w * r.h}))
    want = array.from(
        rows: [
            {id: "a", w: 2.0, h: 3.0, area: 6.0},
            {id: "b", w: 1.5, h: debug.null(type: "float"), area: debug.null(type: "float")},
            {id: "c", w: 4.0, h: 0.5, area: 2.0},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase map_makes_new_rows {
    got = boxes |> map(fn: (r) => ({name: "box " + r.id, tall: exists r.h and r.h > r.w}))
    want = array.from(
        rows: [
            {name: "box a", tall: true},
            {name: "box b", tall: false},
            {name: "box c", tall: false},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase map_to_constants_keeps_the_rows {
    got = boxes |> map(fn: (r) => ({n: 1})) |> sum(column: "n")
    want = array.from(rows: [{n: 3}])

    testing.diff(got: got, want: want)
}

testcase map_takes_one_branch_for_each_row {
    got = boxes |> map(fn: (r) => ({id: r.id, n: if r.w > 1.75 then 10 / int(v: r.w) else 0}))
    want = array.from(rows: [{id: "a", n: 5}, {id: "b", n: 0}, {id: "c", n: 2}])

    testing.diff(got: got, want: want)
}

testcase map_that_changes_the_group_key {
    got =
        boxes
            |> group(columns: ["id"])
            |> map(fn: (r) => ({r with id: if r.w > 1.75 then "big" else "small"}))
            |> count(column: "w")
    want = array.from(rows: [{id: "big", w: 2}, {id: "small", w: 1}]) |> group(columns: ["id"])

    testing.diff(got: got, want: want)
}

testcase map_that_drops_the_group_key {
    got = boxes |> group(columns: ["id"]) |> map(fn: (r) => ({w: r.w})) |> sum(column: "w")
    want = array.from(rows: [{w: 7.5}])

    testing.diff(got: got, want: want)
}

testcase map_of_no_rows_gives_no_table {
    got = boxes |> filter(fn: (r) => false, onEmpty: "keep") |> map(fn: (r) => ({n: r.w}))
    want = array.from(rows: [{n: 1.0}]) |> debug.sink()

    testing.diff(got: got, want: want)
}

testcase map_leaves_out_a_column_that_is_not_there {
    got = boxes |> debug.opaque() |> map(fn: (r) => ({id: r.id, depth: r.depth}))
    want = array.from(rows: [{id: "a"}, {id: "b"}, {id: "c"}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase map_refuses_values_that_are_no_columns {
    testing.shouldError(
        fn: () => boxes |> map(fn: (r) => ({d: 1h})) |> tableFind(fn: (key) => true),
        want: /duration/,
    )
}

testcase map_fails_at_a_division_by_zero {
    testing.shouldError(
        fn: () => boxes |> map(fn: (r) => ({n: 1 / int(v: r.h)})) |> tableFind(fn: (key) => true),
        want: /cannot divide by zero/,
    )
}
