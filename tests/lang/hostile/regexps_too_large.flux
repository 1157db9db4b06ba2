// Patterns whose program would be huge are refused, long plain ones are not.
import "array"
import "experimental"
import "regexp"
import "strings"

nested = strings.repeat(v: "(", i: 100000) + "a" + strings.repeat(v: ")", i: 100000)
huge = [
    "a{1001}",
    "((a{1000}){1000}){1000}",
    strings.repeat(v: "(", i: 1000000),
    strings.repeat(v: "(a{1,50}){1,50}", i: 5000),
    "(?P<n",
]
problems =
    huge
        |> array.map(
            fn: (x) => {
                tried = experimental.catch(fn: () => regexp.compile(v: x))

                return strings.substring(
                    v: strings.split(v: tried.msg, t: "regexp: ")[1],
                    start: 0,
                    end: 40,
                )
            },
        )
x = regexp.compile(v: strings.repeat(v: "x", i: 1000000))
any = regexp.compile(v: strings.repeat(v: "x|", i: 100000) + "y")
matches = [
    regexp.matchRegexpString(r: regexp.compile(v: nested), v: "cba"),
    regexp.matchRegexpString(r: x, v: strings.repeat(v: "x", i: 999999)),
    regexp.matchRegexpString(r: x, v: strings.repeat(v: "x", i: 10000000)),
    regexp.matchRegexpString(r: any, v: strings.repeat(v: "z", i: 1000000) + "y"),
]

{problems, matches}
// expect: {matches: [
// expect:         true,
// expect:         false,
// expect:         true,
// expect:         true
// expect:     ], problems: [
// expect:         invalid repeat count: `{1001}`,
// expect:         invalid repeat count: `{1000}`,
// expect:         missing closing ): `((((((((((((((((((((,
// expect:         invalid repeat count: `{1,50}`,
// expect:         invalid named capture: `(?P<n`
// expect:     ]}
