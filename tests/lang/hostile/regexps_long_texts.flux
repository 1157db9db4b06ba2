// Patterns that make backtracking engines take exponential time, over texts of 1 MB and 10 MB.
import "array"
import "regexp"
import "strings"

one = strings.repeat(v: "a", i: 1000000)
ten = strings.repeat(v: "a", i: 10000000)
pairs = strings.repeat(v: "ab,", i: 300000)

matches = [
    regexp.matchRegexpString(r: /^(a+)+$/, v: ten + "!"),
    regexp.matchRegexpString(r: /(a|aa)+$/, v: ten + "!"),
    regexp.matchRegexpString(r: /^(a*)*b$/, v: ten),
    regexp.matchRegexpString(r: /(.*)(.*)(.*)(.*)(.*)x/, v: one),
    regexp.matchRegexpString(r: /^(([a-z])+.)+[A-Z]([a-z])+$/, v: one),
    regexp.matchRegexpString(r: /a.{0,200}b/, v: one),
]

sizes = [
    length(arr: array.filter(arr: matches, fn: (x) => x)),
    strings.strlen(v: regexp.findString(r: /(a+)+/, v: ten)),
    strings.strlen(v: regexp.findString(r: /(a|b|ab)*c/, v: one)),
    regexp.findStringIndex(r: /a+$/, v: ten)[1],
    length(arr: regexp.findStringIndex(r: /(x+x+)+y/, v: strings.repeat(v: "x", i: 1000000))),
    strings.strlen(v: regexp.replaceAllString(r: /(a+)+,?/, v: pairs, t: "<$1>")),
    strings.strlen(v: regexp.replaceAllString(r: /x*/, v: one, t: "-")),
    length(arr: regexp.splitRegexp(r: /(b|b+)+,/, v: pairs, i: -1)),
    length(arr: regexp.splitRegexp(r: /,/, v: pairs, i: 4)),
    strings.strlen(v: regexp.quoteMeta(v: strings.repeat(v: "a.", i: 1000000))),
]

sizes
// expect: [
// expect:     0,
// expect:     10000000,
// expect:     0,
// expect:     10000000,
// expect:     0,
// expect:     1500000,
// expect:     2000001,
// expect:     300001,
// expect:     4,
// expect:     3000000
// expect: ]
