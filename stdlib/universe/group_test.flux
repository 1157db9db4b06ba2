package universe_test

import "array"
import "internal/debug"
import "testing"

sales = array.from(
    rows: [
        {shop: "b", item: "pen", n: 1},
        {shop: "a", item: "ink", n: 2},
        {shop: "b", item: "ink", n: 3},
        {shop: debug.null(type: "string"), item: "pen", n: 4},
    ],
)

// sums shows the groups by their sums, in order.
sums = (tables=<-) => tables |> sum(column: "n") |> group() |> sort(columns: ["n"])

testcase group_by_a_column {
    got = sales |> group(columns: ["item"]) |> sums()
    want = array.from(rows: [{item: "ink", n: 5}, {item: "pen", n: 5}])

    testing.diff(got: got, want: want)
}

testcase group_by_nulls {
    got = sales |> group(columns: ["shop"]) |> sums()
    want = array.from(
        rows: [
            {shop: "a", n: 2},
            {shop: debug.null(type: "string"), n: 4},
            {shop: "b", n: 4},
        ],
    )

    testing.diff(
        got: got |> sort(columns: ["n", "shop"]),
        want: want |> sort(columns: ["n", "shop"]),
    )
}

testcase group_except {
    got = sales |> group(columns: ["n"], mode: "except") |> sums()
    want = array.from(
        rows: [
            {shop: "b", item: "pen", n: 1},
            {shop: "a", item: "ink", n: 2},
            {shop: "b", item: "ink", n: 3},
            {shop: debug.null(type: "string"), item: "pen", n: 4},
        ],
    )

    testing.diff(got: got, want: want)
}

testcase group_by_nothing_is_one_table {
    got = sales |> group(columns: ["shop", "item"]) |> group() |> sum(column: "n")
    want = array.from(rows: [{n: 10}])

    testing.diff(got: got, want: want)
}

testcase group_ignores_columns_that_are_not_there {
    got = sales |> group(columns: ["item", "colour"]) |> sums()
    want = array.from(rows: [{item: "ink", n: 5}, {item: "pen", n: 5}])

    testing.diff(got: got, want: want)
}

testcase group_keeps_the_order_of_rows {
    got = sales |> group(columns: ["shop"]) |> group(columns: ["item"]) |> group()
    want = sales

    testing.diff(got: got, want: want)
}

testcase group_of_no_rows {
    got = sales |> filter(fn: (r) => false) |> group(columns: ["shop"]) |> sums()
    want = array.from(rows: [{shop: "", n: 0}]) |> debug.sink()

    testing.diff(got: got, want: want)
}

testcase group_refuses_another_mode {
    testing.shouldError(
        fn: () => sales |> group(columns: ["shop"], mode: "without"),
        want: /invalid group mode/,
    )
}
