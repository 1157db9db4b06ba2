// Changing and measuring texts of 10 MB.
import "strings"

ten = strings.repeat(v: "aB c", i: 2500000)
wide = strings.repeat(v: "ßé", i: 2500000)

answers = [
    strings.toUpper(v: ten) == strings.repeat(v: "AB C", i: 2500000),
    strings.toLower(v: ten) == strings.repeat(v: "ab c", i: 2500000),
    strings.toTitle(v: wide) == strings.repeat(v: "ßÉ", i: 2500000),
    strings.title(v: ten)
        == strings.repeat(v: "AB C", i: 1) + strings.repeat(v: "aB C", i: 2499999),
    strings.equalFold(v: ten, t: strings.toUpper(v: ten)),
    strings.compare(v: ten, t: ten + "x") == -1,
    strings.strlen(v: wide) == 5000000,
    strings.substring(v: wide, start: 4999999, end: 6000000) == "é",
    strings.trimSpace(v: strings.repeat(v: " ", i: 10000000)) == "",
    strings.joinStr(arr: strings.split(v: ten, t: " "), v: "_")
        == strings.repeat(v: "aB_c", i: 2500000),
]

answers
// expect: [
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true
// expect: ]
