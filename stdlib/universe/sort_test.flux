package universe_test

import "array"
import "internal/debug"
import "testing"

games = array.from(
    rows: [
        {team: "x", points: 3, goals: 4.5},
        {team: "y", points: debug.null(type: "int"), goals: 1.0},
        {team: "z", points: 1, goals: 2.0},
        {team: "w", points: 3, goals: 0.5},
    ],
)

testcase sort_puts_nulls_first {
    got = games |> sort(columns: ["points"]) |> keep(columns: ["team"])
    want = array.from(rows: [{team: "y"}, {team: "z"}, {team: "x"}, {team: "w"}])

    testing.diff(got: got, want: want)
}

testcase sort_descending_puts_nulls_first_too {
    got = games |> sort(columns: ["points"], desc: true) |> keep(columns: ["team"])
    want = array.from(rows: [{team: "y"}, {team: "x"}, {team: "w"}, {team: "z"}])

    testing.diff(got: got, want: want)
}

testcase sort_by_several_columns {
    got = games |> sort(columns: ["points", "goals"]) |> keep(columns: ["team"])
    want = array.from(rows: [{team: "y"}, {team: "z"}, {team: "w"}, {team: "x"}])

    testing.diff(got: got, want: want)
}

testcase sort_ignores_columns_that_are_not_there {
    got = games |> sort(columns: ["fouls", "goals"]) |> keep(columns: ["team"])
    want = array.from(rows: [{team: "w"}, {team: "y"}, {team: "z"}, {team: "x"}])

    testing.diff(got: got, want: want)
}

testcase sort_by_a_column_of_the_group_key {
    got = games |> group(columns: ["team"]) |> sort(columns: ["team"]) |> count(column: "goals")
    want =
        array.from(
            rows: [
                {team: "w", goals: 1},
                {team: "x", goals: 1},
                {team: "y", goals: 1},
                {team: "z", goals: 1},
            ],
        )
            |> group(columns: ["team"])

    testing.diff(got: got, want: want)
}

testcase sort_of_a_table_without_rows {
    got =
        games
            |> filter(fn: (r) => false, onEmpty: "keep")
            |> sort(columns: ["goals"])
            |> count(column: "goals")
    want = array.from(rows: [{goals: 0}])

    testing.diff(got: got, want: want)
}

testcase sort_and_limit_are_the_first_rows {
    got = games |> sort(columns: ["goals"]) |> limit(n: 2) |> keep(columns: ["team"])
    want = array.from(rows: [{team: "w"}, {team: "y"}])

    testing.diff(got: got, want: want)
}
