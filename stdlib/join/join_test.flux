package join_test

import "array"
import "internal/debug"
import "join"
import "testing"

none = debug.null(type: "int")
rooms = array.from(
    rows: [
        {id: 1, room: "attic"},
        {id: 2, room: "cellar"},
        {id: 2, room: "garage"},
        {id: none, room: "roof"},
    ],
)
heaters = array.from(rows: [{id: 2, watts: 500}, {id: 3, watts: 900}, {id: none, watts: 1}])
both = (l, r) => ({room: l.room, watts: r.watts})

testcase inner_keeps_what_both_sides_have {
    got = join.inner(left: rooms, right: heaters, on: (l, r) => l.id == r.id, as: both)
    want = array.from(rows: [{room: "cellar", watts: 500}, {room: "garage", watts: 500}])

    testing.diff(got: got, want: want)
}

testcase left_keeps_all_of_the_left {
    got =
        join.left(left: rooms, right: heaters, on: (l, r) => l.id == r.id, as: both)
            |> sort(columns: ["room"])
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {room: "attic", watts: none},
                {room: "cellar", watts: 500},
                {room: "garage", watts: 500},
                {room: "roof", watts: none},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase right_keeps_all_of_the_right {
    got =
        join.right(
            left: rooms |> filter(fn: (r) => r.room != "garage"),
            right: heaters |> filter(fn: (r) => exists r.id),
            on: (l, r) => l.id == r.id,
            as: (l, r) => ({id: r.id, watts: r.watts, known: exists l.room}),
        )
            |> sort(columns: ["id"])
    want = array.from(rows: [{id: 2, watts: 500, known: true}, {id: 3, watts: 900, known: false}])

    testing.diff(got: got, want: want)
}

testcase full_keeps_everything {
    got =
        join.full(
            left: array.from(rows: [{id: 1, l: "x"}]),
            right: array.from(rows: [{id: 2, r: "y"}]),
            on: (l, r) => l.id == r.id,
            as: (l, r) => ({id: if exists l.id then l.id else r.id, l: l.l, r: r.r}),
        )
            |> sort(columns: ["id"])
            |> debug.opaque()
    no_text = debug.null(type: "string")
    want =
        array.from(rows: [{id: 1, l: "x", r: no_text}, {id: 2, l: no_text, r: "y"}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase tables_takes_the_method_by_name {
    got = join.tables(
        method: "inner",
        left: rooms,
        right: heaters,
        on: (l, r) => l.id == r.id,
        as: (l, r) => ({watts: r.watts}),
    )
    want = array.from(rows: [{watts: 500}, {watts: 500}])

    testing.diff(got: got, want: want)
}

testcase time_joins_rows_of_one_moment {
    a = array.from(
        rows: [{_time: 2024-01-01T00:00:00Z, _value: 1}, {_time: 2024-01-01T00:01:00Z, _value: 2}],
    )
    b = array.from(
        rows: [{_time: 2024-01-01T00:01:00Z, _value: 20}, {_time: 2024-01-01T00:02:00Z, _value: 30}],
    )
    got = join.time(left: a, right: b, as: (l, r) => ({l with sum: l._value + r._value}))
    want = array.from(rows: [{_time: 2024-01-01T00:01:00Z, _value: 2, sum: 22}])

    testing.diff(got: got, want: want)
}

testcase groups_are_joined_with_their_like {
    got =
        join.inner(
            left: rooms |> group(columns: ["room"]),
            right: array.from(rows: [{room: "attic", owner: "ann"}]) |> group(columns: ["room"]),
            on: (l, r) => l.room == r.room,
            as: (l, r) => ({l with owner: r.owner}),
        )
            |> group()
    want = array.from(rows: [{id: 1, owner: "ann", room: "attic"}])

    testing.diff(got: got, want: want)
}

testcase a_key_column_must_stay {
    testing.shouldError(
        fn: () =>
            join.inner(
                left: rooms |> group(columns: ["room"]),
                right: rooms |> group(columns: ["room"]),
                on: (l, r) => l.room == r.room,
                as: (l, r) => ({id: l.id}),
            )
                |> tableFind(fn: (key) => true),
        want: /group key/,
    )
}

testcase types_of_the_columns_must_agree {
    testing.shouldError(
        fn: () =>
            join.inner(
                left: array.from(rows: [{id: 1}]),
                right: array.from(rows: [{id: "1"}]) |> debug.opaque(),
                on: (l, r) => l.id == r.id,
                as: (l, r) => ({id: l.id}),
            )
                |> tableFind(fn: (key) => true),
        want: /./,
    )
}

testcase an_empty_side_is_an_error {
    testing.shouldError(
        fn: () =>
            join.left(
                left: rooms |> filter(fn: (r) => r.id > 100, onEmpty: "keep"),
                right: heaters,
                on: (l, r) => l.id == r.id,
                as: both,
            )
                |> tableFind(fn: (key) => true),
        want: /empty/,
    )
}

testcase rows_with_a_null_come_last_the_latest_first {
    rows = array.from(
        rows: [
            {id: none, n: 1},
            {id: 2, n: 2},
            {id: none, n: 3},
            {id: 1, n: 4},
        ],
    )
    got =
        join.left(
            left: rows,
            right: heaters |> filter(fn: (r) => exists r.id),
            on: (l, r) => l.id == r.id,
            as: (l, r) => ({n: l.n, watts: r.watts}),
        )
            |> debug.opaque()
    want =
        array.from(
            rows: [
                {n: 4, watts: none},
                {n: 2, watts: 500},
                {n: 3, watts: none},
                {n: 1, watts: none},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

// What stands for a missing table has the columns of all tables of its side, and only those.
mixed = union(
    tables: [
        array.from(rows: [{id: 1, room: "attic", floor: 3}])
            |> group(columns: ["room"])
            |> debug.opaque(),
        array.from(rows: [{id: 2, room: "cellar", damp: true}])
            |> group(columns: ["room"])
            |> debug.opaque(),
    ],
)

testcase a_table_without_partner_sees_all_columns_of_the_other_side {
    got =
        join.right(
            left: mixed,
            right: array.from(rows: [{id: 9, room: "shed"}]) |> group(columns: ["room"]),
            on: (l, r) => l.id == r.id,
            as: (l, r) => ({l with id: r.id}),
        )
            |> columns()
            |> keep(columns: ["_value"])
            |> debug.opaque()
    want =
        array.from(rows: [{_value: "damp"}, {_value: "floor"}, {_value: "id"}, {_value: "room"}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase a_key_column_that_only_the_partner_has_is_not_invented {
    testing.shouldError(
        fn: () =>
            join.right(
                left: rooms |> group(columns: ["id"]),
                right: array.from(rows: [{id: 2, owner: "ann"}]) |> group(columns: ["owner"]),
                on: (l, r) => l.id == r.id,
                as: (l, r) => ({l with watts: r.id}),
            )
                |> tableFind(fn: (key) => true),
        want: /cannot modify group key: .*owner:string/,
    )
}

testcase columns_of_on_must_be_in_every_table {
    testing.shouldError(
        fn: () =>
            join.inner(
                left: rooms |> group(columns: ["room"]) |> drop(columns: ["id"]) |> debug.opaque(),
                right: heaters,
                on: (l, r) => l.id == r.id,
                as: (l, r) => ({l with watts: r.watts}),
            )
                |> tableFind(fn: (key) => true),
        want: /cannot set join columns in left table stream: table is missing column 'id'/,
    )
}

testcase tables_without_rows_need_no_columns {
    empty =
        array.from(rows: [{room: "shed"}])
            |> group(columns: ["room"])
            |> filter(fn: (r) => false, onEmpty: "keep")
            |> debug.opaque()
    got =
        join.left(
            left: union(tables: [mixed, empty]),
            right: heaters,
            on: (l, r) => l.id == r.id,
            as: (l, r) => ({id: l.id, room: l.room, watts: r.watts}),
        )
            |> group()
            |> debug.opaque()
    want =
        array.from(
            rows: [{id: 1, room: "attic", watts: none}, {id: 2, room: "cellar", watts: none}],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase labels_of_as_must_be_on_their_side {
    testing.shouldError(
        fn: () =>
            join.left(
                left: rooms |> drop(columns: ["room"]) |> debug.opaque(),
                right: heaters,
                on: (l, r) => l.id == r.id,
                as: (l, r) => ({id: l.id, room: if exists l.room then l.room else "none"}),
            )
                |> tableFind(fn: (key) => true),
        want: /error preparing left side of join: table is missing label room/,
    )
}
