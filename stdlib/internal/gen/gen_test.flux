package gen_test

import "array"
import "internal/debug"
import "internal/gen"
import "math"
import "testing"

size = (tables=<-) => tables |> group() |> count() |> keep(columns: ["_value"]) |> debug.opaque()

testcase tables_makes_a_table_for_each_combination_of_tags {
    got =
        gen.tables(
            n: 3,
            seed: 1,
            tags: [{name: "host", cardinality: 2}, {name: "disk", cardinality: 3}],
        )
            |> count()
            |> group()
            |> keep(columns: ["_value"])

    testing.diff(
        got: got |> debug.opaque(),
        want:
            array.from(rows: [
                {_value: 3},
                {_value: 3},
                {_value: 3},
                {_value: 3},
                {_value: 3},
                {_value: 3},
            ])
                |> debug.opaque(),
    )
}

testcase tables_without_tags_is_one_table {
    testing.diff(
        got: gen.tables(n: 10, seed: 1) |> size(),
        want: array.from(rows: [{_value: 10}]) |> debug.opaque(),
    )
}

testcase tables_of_the_same_seed_are_equal {
    testing.diff(
        got:
            gen.tables(n: 50, seed: 7, tags: [{name: "t", cardinality: 2}], nulls: 0.3)
                |> debug.opaque(),
        want:
            gen.tables(n: 50, seed: 7, tags: [{name: "t", cardinality: 2}], nulls: 0.3)
                |> debug.opaque(),
    )
}

testcase tables_has_a_row_every_ten_seconds {
    got = gen.tables(n: 4, seed: 1) |> elapsed(unit: 1s) |> keep(columns: ["elapsed"])

    testing.diff(
        got: got |> debug.opaque(),
        want: array.from(rows: [{elapsed: 10}, {elapsed: 10}, {elapsed: 10}]) |> debug.opaque(),
    )
}

testcase tables_can_be_all_nulls {
    gen.tables(n: 20, seed: 3, nulls: 1.0)
        |> filter(fn: (r) => exists r._value)
        |> testing.assertEmpty()
}

testcase tables_has_no_nulls_unless_asked {
    gen.tables(n: 20, seed: 3) |> filter(fn: (r) => not exists r._value) |> testing.assertEmpty()
}

testcase tables_refuses_a_negative_number_of_rows {
    testing.shouldError(fn: () => gen.tables(n: -1), want: /n/)
}

testcase tables_has_the_numbers_of_the_reference {
    got =
        gen.tables(n: 3, seed: -7, tags: [{name: "host", cardinality: 2}])
            |> map(fn: (r) => ({r with _value: math.round(x: r._value * 1000.0)}))
            |> drop(columns: ["_time"])
    want =
        array.from(
            rows: [
                {host: "U0sn4a2", _value: -11988.0},
                {host: "U0sn4a2", _value: -31648.0},
                {host: "U0sn4a2", _value: 33266.0},
                {host: "wlNBu", _value: 14193.0},
                {host: "wlNBu", _value: 30844.0},
                {host: "wlNBu", _value: -26848.0},
            ],
        )
            |> group(columns: ["host"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}
