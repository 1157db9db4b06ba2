// Searching texts of 10 MB that repeat themselves takes time linear in their length.
import "strings"

ten = strings.repeat(v: "a", i: 10000000)
early = strings.repeat(v: "a", i: 4999999) + "b" + strings.repeat(v: "a", i: 1000)
late = "b" + strings.repeat(v: "a", i: 5000000)

search = (v, part) => [
    strings.index(v: v, substr: part),
    strings.lastIndex(v: v, substr: part),
    strings.countStr(v: v, substr: part),
    strings.strlen(v: strings.replaceAll(v: v, t: part, u: "-")),
    strings.strlen(v: strings.replace(v: v, t: part, u: "-", i: 1)),
    length(arr: strings.split(v: v, t: part)),
    length(arr: strings.splitAfter(v: v, t: part)),
    length(arr: strings.splitN(v: v, t: part, i: 3)),
    length(arr: strings.splitAfterN(v: v, t: part, i: 3)),
    strings.strlen(v: strings.trimPrefix(v: v, prefix: part)),
    strings.strlen(v: strings.trimSuffix(v: v, suffix: part)),
]
missing = [
    -1,
    -1,
    0,
    10000000,
    10000000,
    1,
    1,
    1,
    1,
    10000000,
    10000000,
]

answers = [
    search(v: ten, part: early) == missing,
    search(v: ten, part: late) == missing,
    search(v: ten, part: ten)
        == [
            0,
            0,
            1,
            1,
            1,
            2,
            2,
            2,
            2,
            0,
            0,
        ],
    search(v: ten + "b", part: strings.repeat(v: "a", i: 4000000) + "b")
        == [
            6000000,
            6000000,
            1,
            6000001,
            6000001,
            2,
            2,
            2,
            2,
            10000001,
            6000000,
        ],
    strings.containsStr(v: ten, substr: early),
    strings.hasPrefix(v: ten, prefix: late) or strings.hasSuffix(v: ten, suffix: early),
]

answers
// expect: [
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     false,
// expect:     false
// expect: ]
