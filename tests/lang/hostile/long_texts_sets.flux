// Sets of characters may be as long as the texts: 10 MB looked for in 10 MB.
import "strings"

ten = strings.repeat(v: "a", i: 10000000)
others = strings.repeat(v: "xyz0", i: 2500000)
wide = strings.repeat(v: "äöüß", i: 1250000)
accents = strings.repeat(v: "é", i: 1000000)
some = strings.repeat(v: "äöüß", i: 250000)

questions = (v, set) => [
    strings.indexAny(v: v, chars: set),
    strings.lastIndexAny(v: v, chars: set),
    strings.strlen(v: strings.trim(v: v, cutset: set)),
    strings.strlen(v: strings.trimLeft(v: v, cutset: set)),
    strings.strlen(v: strings.trimRight(v: v, cutset: set)),
    if strings.containsAny(v: v, chars: set) then 1 else 0,
]

answers = [
    questions(v: ten, set: others)
        == [
            -1,
            -1,
            10000000,
            10000000,
            10000000,
            0,
        ],
    questions(v: ten, set: wide)
        == [
            -1,
            -1,
            10000000,
            10000000,
            10000000,
            0,
        ],
    questions(v: accents, set: some)
        == [
            -1,
            -1,
            1000000,
            1000000,
            1000000,
            0,
        ],
    questions(v: accents, set: some + "é")
        == [
            0,
            1999998,
            0,
            0,
            0,
            1,
        ],
    questions(v: some, set: some)
        == [
            0,
            1999998,
            0,
            0,
            0,
            1,
        ],
]

answers
// expect: [
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true,
// expect:     true
// expect: ]
