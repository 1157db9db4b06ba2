package universe_test

import "array"
import "internal/debug"
import "testing"

people = array.from(
    rows: [
        {name: "Ada", age: 36, town: "London"},
        {name: "Bo", age: debug.null(type: "int"), town: "Oslo"},
    ],
)

testcase keep_leaves_the_named_columns {
    got = people |> keep(columns: ["age", "name", "height"])
    want =
        array.from(rows: [{name: "Ada", age: 36}, {name: "Bo", age: debug.null(type: "int")}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase keep_by_a_predicate {
    got = people |> keep(fn: (column) => column =~ /n/)
    want =
        array.from(rows: [{name: "Ada", town: "London"}, {name: "Bo", town: "Oslo"}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase keep_takes_columns_from_the_group_key {
    got = people |> group(columns: ["town"]) |> keep(columns: ["name"])
    want = array.from(rows: [{name: "Ada"}, {name: "Bo"}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase drop_takes_the_named_columns {
    got = people |> drop(columns: ["age", "height"])
    want =
        array.from(rows: [{name: "Ada", town: "London"}, {name: "Bo", town: "Oslo"}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase drop_joins_tables_whose_keys_become_equal {
    got = people |> group(columns: ["town"]) |> drop(columns: ["town"]) |> count(column: "name")
    want = array.from(rows: [{name: 2}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase drop_needs_columns_or_a_predicate {
    testing.shouldError(
        fn: () => people |> drop() |> tableFind(fn: (key) => true),
        want: /neither column list nor predicate function provided/,
    )
}

testcase rename_by_a_record {
    got = people |> rename(columns: {name: "who"}) |> drop(columns: ["age"])
    want =
        array.from(rows: [{who: "Ada", town: "London"}, {who: "Bo", town: "Oslo"}])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase rename_by_a_function {
    got = people |> keep(columns: ["name"]) |> rename(fn: (column) => "the " + column)
    want = array.from(rows: [{"the name": "Ada"}, {"the name": "Bo"}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase rename_of_a_column_of_the_group_key {
    got =
        people
            |> group(columns: ["town"])
            |> rename(columns: {town: "city"})
            |> count(column: "name")
    want =
        array.from(rows: [{city: "London", name: 1}, {city: "Oslo", name: 1}])
            |> group(columns: ["city"])
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase rename_of_a_missing_column {
    testing.shouldError(
        fn: () => people |> rename(columns: {nme: "who"}) |> tableFind(fn: (key) => true),
        want: /rename error: column "nme" doesn't exist$/,
    )
}

testcase set_adds_a_column {
    got = people |> keep(columns: ["name"]) |> set(key: "team", value: "red")
    want =
        array.from(rows: [{name: "Ada", team: "red"}, {name: "Bo", team: "red"}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase set_of_a_column_of_the_group_key {
    got =
        people
            |> group(columns: ["town"])
            |> set(key: "town", value: "Rome")
            |> count(column: "name")
    want = array.from(rows: [{town: "Rome", name: 2}]) |> group(columns: ["town"]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase duplicate_copies_a_column {
    got = people |> keep(columns: ["age"]) |> duplicate(column: "age", as: "years")
    want =
        array.from(
            rows: [
                {age: 36, years: 36},
                {age: debug.null(type: "int"), years: debug.null(type: "int")},
            ],
        )
            |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase duplicate_of_a_missing_column {
    testing.shouldError(
        fn: () => people |> duplicate(column: "size", as: "s") |> tableFind(fn: (key) => true),
        want: /duplicate error: column "size" doesn't exist$/,
    )
}

testcase fill_with_a_value {
    got = people |> fill(column: "age", value: 0) |> keep(columns: ["age"])
    want = array.from(rows: [{age: 36}, {age: 0}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase fill_with_the_value_before {
    got = people |> fill(column: "age", usePrevious: true) |> keep(columns: ["age"])
    want = array.from(rows: [{age: 36}, {age: 36}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase fill_needs_the_type_of_the_column {
    testing.shouldError(
        fn: () =>
            people
                |> debug.opaque()
                |> fill(column: "age", value: "?")
                |> tableFind(fn: (key) => true),
        want: /fill column type mismatch/,
    )
}

testcase columns_lists_the_labels {
    got = people |> columns()
    want = array.from(rows: [{_value: "name"}, {_value: "age"}, {_value: "town"}])

    testing.diff(got: got |> sort(), want: want |> sort())
}

testcase keys_lists_the_group_key {
    got = people |> group(columns: ["town"]) |> keys() |> group() |> distinct()
    want = array.from(rows: [{_value: "town"}])

    testing.diff(got: got, want: want)
}

testcase conversions_of_the_value {
    data = array.from(rows: [{_value: "1"}, {_value: debug.null(type: "string")}])
    got = data |> toInt() |> debug.opaque()
    want = array.from(rows: [{_value: 1}, {_value: debug.null(type: "int")}]) |> debug.opaque()

    testing.diff(got: got, want: want)
}

testcase conversion_of_a_text_that_is_no_number {
    testing.shouldError(
        fn: () => array.from(rows: [{_value: "one"}]) |> toFloat() |> tableFind(fn: (key) => true),
        want: /cannot convert string "one" to float/,
    )
}
