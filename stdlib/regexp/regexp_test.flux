package regexp_test

import "array"
import "internal/debug"
import "regexp"
import "testing"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase compile_takes_the_syntax_of_RE2 {
    same(pairs: [
        {got: regexp.matchRegexpString(r: regexp.compile(v: "^[a-c]+$"), v: "abcab"), want: true},
        {got: regexp.matchRegexpString(r: regexp.compile(v: ""), v: ""), want: true},
        {got: regexp.matchRegexpString(r: regexp.compile(v: "(?i)grün"), v: "GRÜN"), want: true},
        {got: regexp.matchRegexpString(r: regexp.compile(v: "^.$"), v: "é"), want: true},
        {got: regexp.matchRegexpString(r: regexp.compile(v: "\\d"), v: "٣"), want: false},
        {got: regexp.matchRegexpString(r: regexp.compile(v: "\\pL"), v: "ж"), want: true},
    ])
}

testcase compile_names_a_missing_parenthesis {
    testing.shouldError(fn: () => regexp.compile(v: "(a"), want: /missing closing \)/)
}

testcase compile_refuses_look_ahead {
    testing.shouldError(
        fn: () => regexp.compile(v: "a(?=b)"),
        want: /invalid or unsupported Perl syntax/,
    )
}

testcase compile_refuses_a_range_that_runs_backwards {
    testing.shouldError(fn: () => regexp.compile(v: "[z-a]"), want: /invalid character class range/)
}

testcase compile_refuses_a_lonely_star {
    testing.shouldError(
        fn: () => regexp.compile(v: "*"),
        want: /missing argument to repetition operator/,
    )
}

testcase compile_refuses_a_null {
    testing.shouldError(
        fn: () => regexp.compile(v: debug.null(type: "string")),
        want: /null|string/,
    )
}

testcase quoteMeta_escapes_what_means_something {
    same(pairs: [
        {got: regexp.quoteMeta(v: "a.b*c"), want: "a\\.b\\*c"},
        {got: regexp.quoteMeta(v: "x-y/z#"), want: "x-y/z#"},
        {got: regexp.quoteMeta(v: ""), want: ""},
        {got: regexp.quoteMeta(v: "[€]"), want: "\\[€\\]"},
    ])
}

testcase a_quoted_text_matches_itself_only {
    same(pairs: [
        {
            got: regexp.matchRegexpString(
                r: regexp.compile(v: "^" + regexp.quoteMeta(v: "1+1=2?") + "$"),
                v: "1+1=2?",
            ),
            want: true,
        },
        {
            got: regexp.matchRegexpString(
                r: regexp.compile(v: regexp.quoteMeta(v: "1.5")),
                v: "125",
            ),
            want: false,
        },
    ])
}

testcase findString_gives_the_leftmost_match {
    same(pairs: [
        {got: regexp.findString(r: /o+/, v: "foo boo"), want: "oo"},
        {got: regexp.findString(r: /b+/, v: "foo"), want: ""},
        {got: regexp.findString(r: /x*/, v: "xxab"), want: "xx"},
        {got: regexp.findString(r: /x*/, v: "abxx"), want: ""},
        {got: regexp.findString(r: /a|ab/, v: "ab"), want: "a"},
        {got: regexp.findString(r: /é./, v: "caféx"), want: "éx"},
        {got: regexp.findString(r: /a/, v: ""), want: ""},
    ])
}

testcase findStringIndex_gives_bytes {
    same(pairs: [
        {got: regexp.findStringIndex(r: /é/, v: "café")[0], want: 3},
        {got: regexp.findStringIndex(r: /é/, v: "café")[1], want: 5},
        {got: length(arr: regexp.findStringIndex(r: /z/, v: "café")), want: 0},
        {got: regexp.findStringIndex(r: /$/, v: "ab")[0], want: 2},
        {got: regexp.findStringIndex(r: /^/, v: "")[1], want: 0},
    ])
}

testcase matchRegexpString_looks_anywhere {
    same(pairs: [
        {got: regexp.matchRegexpString(r: /b/, v: "abc"), want: true},
        {got: regexp.matchRegexpString(r: /^b/, v: "abc"), want: false},
        {got: regexp.matchRegexpString(r: /end$/, v: "the end\n"), want: false},
        {got: regexp.matchRegexpString(r: /(?m)end$/, v: "the end\nand more"), want: true},
        {got: regexp.matchRegexpString(r: /a.c/, v: "a\nc"), want: false},
        {got: regexp.matchRegexpString(r: /(?s)a.c/, v: "a\nc"), want: true},
        {got: regexp.matchRegexpString(r: /\bcat\b/, v: "the cat sat"), want: true},
        {got: regexp.matchRegexpString(r: /\bcat\b/, v: "concat"), want: false},
    ])
}

testcase replaceAllString_takes_a_template {
    same(pairs: [
        {got: regexp.replaceAllString(r: /a(x*)b/, v: "-ab-axxb-", t: "T"), want: "-T-T-"},
        {got: regexp.replaceAllString(r: /a(x*)b/, v: "-ab-axxb-", t: "$1"), want: "--xx-"},
        {got: regexp.replaceAllString(r: /a(x*)b/, v: "-ab-axxb-", t: "$1W"), want: "---"},
        {got: regexp.replaceAllString(r: /a(x*)b/, v: "-ab-axxb-", t: "\${1}W"), want: "-W-xxW-"},
        {
            got: regexp.replaceAllString(r: /(?P<first>\w)(\w)/, v: "abcd", t: "$2$first"),
            want: "badc",
        },
        {got: regexp.replaceAllString(r: /b/, v: "abc", t: "$$0"), want: "a$0c"},
        {got: regexp.replaceAllString(r: /b/, v: "abc", t: "<$0>"), want: "a<b>c"},
        {got: regexp.replaceAllString(r: /b/, v: "abc", t: "$7"), want: "ac"},
        {got: regexp.replaceAllString(r: /x*/, v: "ab", t: "-"), want: "-a-b-"},
        {got: regexp.replaceAllString(r: /z/, v: "ab", t: "-"), want: "ab"},
        {got: regexp.replaceAllString(r: /(a)|(b)/, v: "ab", t: "[$1|$2]"), want: "[a|][|b]"},
    ])
}

testcase splitRegexp_limits_the_parts {
    same(pairs: [
        {got: length(arr: regexp.splitRegexp(r: /,/, v: "a,b,c", i: 0)), want: 0},
        {got: length(arr: regexp.splitRegexp(r: /,/, v: "a,b,c", i: 1)), want: 1},
        {got: length(arr: regexp.splitRegexp(r: /,/, v: "a,b,c", i: 2)), want: 2},
        {got: length(arr: regexp.splitRegexp(r: /,/, v: "a,b,c", i: -1)), want: 3},
        {got: length(arr: regexp.splitRegexp(r: /,/, v: "a,b,c", i: 9)), want: 3},
        {got: length(arr: regexp.splitRegexp(r: /,/, v: "", i: -1)), want: 1},
        {got: length(arr: regexp.splitRegexp(r: /x*/, v: "abc", i: -1)), want: 3},
    ])
}

testcase splitRegexp_keeps_the_rest_whole {
    same(pairs: [
        {got: regexp.splitRegexp(r: /,/, v: "a,b,c", i: 2)[1], want: "b,c"},
        {got: regexp.splitRegexp(r: /,/, v: "a,b,c", i: 1)[0], want: "a,b,c"},
        {got: regexp.splitRegexp(r: /[,;] ?/, v: "a; b,c", i: -1)[1], want: "b"},
        {got: regexp.splitRegexp(r: /,/, v: ",a", i: -1)[0], want: ""},
        {got: regexp.splitRegexp(r: /,/, v: "a,", i: -1)[1], want: ""},
    ])
}

testcase getString_gives_the_source {
    same(pairs: [
        {got: regexp.getString(r: /a\/b\d/), want: "a/b\\d"},
        {got: regexp.getString(r: regexp.compile(v: "^x$")), want: "^x$"},
        {got: regexp.getString(r: regexp.compile(v: "")), want: ""},
    ])
}

testcase matching_works_for_each_row_of_a_column {
    got =
        array.from(rows: [{v: "a1"}, {v: "b"}, {v: debug.null(type: "string")}])
            |> map(
                fn: (r) => ({
                    v: if exists r.v then regexp.matchRegexpString(r: /[0-9]/, v: r.v) else false,
                }),
            )
    want = array.from(rows: [{v: true}, {v: false}, {v: false}])

    testing.diff(got: got, want: want)
}
