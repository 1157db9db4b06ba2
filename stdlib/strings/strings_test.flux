package strings_test

import "array"
import "internal/debug"
import "strings"
import "testing"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase letter_case_is_that_of_Unicode {
    same(pairs: [
        {got: strings.toUpper(v: "straße"), want: "STRAßE"},
        {got: strings.toLower(v: "ÄB"), want: "äb"},
        {got: strings.toUpper(v: "ω1"), want: "Ω1"},
        {got: strings.toLower(v: "İ"), want: "i"},
        {got: strings.toLower(v: "ΣΑΣ"), want: "σασ"},
        {got: strings.toTitle(v: "ǆ a"), want: "ǅ A"},
        {got: strings.toUpper(v: "ǆ"), want: "Ǆ"},
        {got: strings.toUpper(v: "ﬁ"), want: "ﬁ"},
        {got: strings.toUpper(v: ""), want: ""},
    ])
}

testcase title_begins_words {
    same(pairs: [
        {got: strings.title(v: "a tale of two"), want: "A Tale Of Two"},
        {got: strings.title(v: "hello-wide_world 2nd o'neil"), want: "Hello-Wide_world 2nd O'Neil"},
        {got: strings.title(v: "don’t"), want: "Don’t"},
        {got: strings.title(v: "ALL CAPS"), want: "ALL CAPS"},
        {got: strings.title(v: "élan vital"), want: "Élan Vital"},
        {got: strings.title(v: ""), want: ""},
    ])
}

testcase trim_removes_a_set_of_characters {
    same(pairs: [
        {got: strings.trim(v: "..a.b..", cutset: "."), want: "a.b"},
        {got: strings.trimLeft(v: "xxyx", cutset: "x"), want: "yx"},
        {got: strings.trimRight(v: "xxyx", cutset: "x"), want: "xxy"},
        {got: strings.trim(v: "abcba", cutset: "ba"), want: "c"},
        {got: strings.trim(v: "aaa", cutset: "a"), want: ""},
        {got: strings.trim(v: " a ", cutset: ""), want: " a "},
        {got: strings.trim(v: "éaé", cutset: "é"), want: "a"},
        {got: strings.trimLeft(v: "", cutset: "a"), want: ""},
    ])
}

testcase trimSpace_knows_other_white_space {
    same(pairs: [
        {got: strings.trimSpace(v: " \t a b \n"), want: "a b"},
        {got: strings.trimSpace(v: "\xc2\xa0x\xe3\x80\x80"), want: "x"},
        {got: strings.trimSpace(v: " \r\n "), want: ""},
        {got: strings.trimSpace(v: "x"), want: "x"},
    ])
}

testcase prefixes_and_suffixes_go_once {
    same(pairs: [
        {got: strings.trimPrefix(v: "prefix", prefix: "pre"), want: "fix"},
        {got: strings.trimPrefix(v: "prefix", prefix: "fix"), want: "prefix"},
        {got: strings.trimPrefix(v: "aaab", prefix: "a"), want: "aab"},
        {got: strings.trimPrefix(v: "a", prefix: ""), want: "a"},
        {got: strings.trimPrefix(v: "a", prefix: "abc"), want: "a"},
        {got: strings.trimSuffix(v: "suffix", suffix: "fix"), want: "suf"},
        {got: strings.trimSuffix(v: "baaa", suffix: "a"), want: "baa"},
        {got: strings.trimSuffix(v: "abc", suffix: "abc"), want: ""},
    ])
}

testcase begins_ends_and_holds {
    same(pairs: [
        {got: strings.hasPrefix(v: "room 1", prefix: "room"), want: true},
        {got: strings.hasPrefix(v: "room", prefix: "rooms"), want: false},
        {got: strings.hasPrefix(v: "room", prefix: ""), want: true},
        {got: strings.hasSuffix(v: "room 1", suffix: "2"), want: false},
        {got: strings.hasSuffix(v: "room 1", suffix: " 1"), want: true},
        {got: strings.containsStr(v: "room 1", substr: "m 1"), want: true},
        {got: strings.containsStr(v: "room", substr: ""), want: true},
        {got: strings.containsStr(v: "", substr: "a"), want: false},
        {got: strings.containsAny(v: "room", chars: "xyz"), want: false},
        {got: strings.containsAny(v: "room", chars: "xom"), want: true},
        {got: strings.containsAny(v: "room", chars: ""), want: false},
        {got: strings.containsAny(v: "€", chars: "é€"), want: true},
    ])
}

testcase equalFold_compares_without_case {
    same(pairs: [
        {got: strings.equalFold(v: "Go", t: "GO"), want: true},
        {got: strings.equalFold(v: "K", t: "K"), want: true},
        {got: strings.equalFold(v: "ß", t: "SS"), want: false},
        {got: strings.equalFold(v: "Σς", t: "σΣ"), want: true},
        {got: strings.equalFold(v: "a", t: "ab"), want: false},
        {got: strings.equalFold(v: "", t: ""), want: true},
    ])
}

testcase compare_goes_by_bytes {
    same(pairs: [
        {got: strings.compare(v: "a", t: "b"), want: -1},
        {got: strings.compare(v: "b", t: "a"), want: 1},
        {got: strings.compare(v: "a", t: "a"), want: 0},
        {got: strings.compare(v: "Z", t: "a"), want: -1},
        {got: strings.compare(v: "a", t: "aa"), want: -1},
        {got: strings.compare(v: "é", t: "z"), want: 1},
        {got: strings.compare(v: "", t: ""), want: 0},
    ])
}

testcase countStr_has_no_overlaps {
    same(pairs: [
        {got: strings.countStr(v: "banana", substr: "an"), want: 2},
        {got: strings.countStr(v: "aaaa", substr: "aa"), want: 2},
        {got: strings.countStr(v: "naïve", substr: ""), want: 6},
        {got: strings.countStr(v: "", substr: ""), want: 1},
        {got: strings.countStr(v: "a", substr: "ab"), want: 0},
    ])
}

testcase positions_are_bytes {
    same(pairs: [
        {got: strings.index(v: "banana", substr: "n"), want: 2},
        {got: strings.index(v: "naïve", substr: "v"), want: 4},
        {got: strings.index(v: "banana", substr: "x"), want: -1},
        {got: strings.index(v: "banana", substr: ""), want: 0},
        {got: strings.lastIndex(v: "banana", substr: "n"), want: 4},
        {got: strings.lastIndex(v: "banana", substr: "x"), want: -1},
        {got: strings.lastIndex(v: "abc", substr: ""), want: 3},
        {
            got: strings.lastIndex(
                v: "a" + strings.repeat(v: "ab", i: 40),
                substr: strings.repeat(v: "ab", i: 20) + "a",
            ),
            want: 39,
        },
        {got: strings.indexAny(v: "golang", chars: "ny"), want: 4},
        {got: strings.indexAny(v: "ñandú", chars: "ú"), want: 5},
        {got: strings.indexAny(v: "golang", chars: ""), want: -1},
        {got: strings.lastIndexAny(v: "golang", chars: "go"), want: 5},
        {got: strings.lastIndexAny(v: "golang", chars: "xy"), want: -1},
    ])
}

testcase kinds_of_single_bytes {
    same(pairs: [
        {got: strings.isDigit(v: "7"), want: true},
        {got: strings.isDigit(v: "a"), want: false},
        {got: strings.isLetter(v: "Q"), want: true},
        {got: strings.isLetter(v: "_"), want: false},
        {got: strings.isLower(v: "a"), want: true},
        {got: strings.isLower(v: "A"), want: false},
        {got: strings.isUpper(v: "A"), want: true},
        {got: strings.isUpper(v: "1"), want: false},
    ])
}

testcase isDigit_wants_one_byte {
    testing.shouldError(
        fn: () => strings.isDigit(v: "12"),
        want: /argument length is not equal to 1/,
    )
}

testcase isLetter_refuses_a_character_of_two_bytes {
    testing.shouldError(
        fn: () => strings.isLetter(v: "é"),
        want: /argument length is not equal to 1/,
    )
}

testcase isUpper_refuses_an_empty_text {
    testing.shouldError(fn: () => strings.isUpper(v: ""), want: /argument length is not equal to 1/)
}

testcase isLower_wants_one_byte {
    testing.shouldError(
        fn: () => strings.isLower(v: "ab"),
        want: /argument length is not equal to 1/,
    )
}

testcase repeat_and_replace {
    same(pairs: [
        {got: strings.repeat(v: "ab", i: 3), want: "ababab"},
        {got: strings.repeat(v: "ab", i: 0), want: ""},
        {got: strings.repeat(v: "", i: 9), want: ""},
        {got: strings.replace(v: "aaa", t: "a", u: "b", i: 2), want: "bba"},
        {got: strings.replace(v: "aaa", t: "a", u: "b", i: 0), want: "aaa"},
        {got: strings.replace(v: "aaa", t: "a", u: "b", i: -1), want: "bbb"},
        {got: strings.replace(v: "abc", t: "", u: "-", i: -1), want: "-a-b-c-"},
        {got: strings.replace(v: "abc", t: "", u: "-", i: 2), want: "-a-bc"},
        {got: strings.replaceAll(v: "aaa", t: "a", u: "b"), want: "bbb"},
        {got: strings.replaceAll(v: "banana", t: "ana", u: "-"), want: "b-na"},
        {got: strings.replaceAll(v: "a.b", t: ".", u: ""), want: "ab"},
        {got: strings.replaceAll(v: "é", t: "", u: "|"), want: "|é|"},
    ])
}

testcase repeat_refuses_a_negative_count {
    testing.shouldError(fn: () => strings.repeat(v: "a", i: -1), want: /must not be negative/)
}

testcase split_gives_parts {
    same(pairs: [
        {got: strings.joinStr(arr: strings.split(v: "a,b,c", t: ","), v: "|"), want: "a|b|c"},
        {got: strings.joinStr(arr: strings.split(v: "a,b", t: "x"), v: "|"), want: "a,b"},
        {got: strings.joinStr(arr: strings.split(v: "abc", t: ""), v: "|"), want: "a|b|c"},
        {got: strings.joinStr(arr: strings.split(v: "né", t: ""), v: "|"), want: "n|é"},
        {got: strings.joinStr(arr: strings.split(v: ",a,", t: ","), v: "|"), want: "|a|"},
        {got: strings.joinStr(arr: strings.split(v: "a--b---c", t: "--"), v: "|"), want: "a|b|-c"},
        {got: strings.joinStr(arr: strings.splitAfter(v: "a,b,", t: ","), v: "|"), want: "a,|b,|"},
        {got: strings.joinStr(arr: strings.splitAfter(v: "a::b", t: "::"), v: "|"), want: "a::|b"},
        {
            got: strings.joinStr(arr: strings.splitN(v: "a,b,c", t: ",", i: 2), v: "|"),
            want: "a|b,c",
        },
        {
            got: strings.joinStr(arr: strings.splitN(v: "a,b,c", t: ",", i: -1), v: "|"),
            want: "a|b|c",
        },
        {got: strings.joinStr(arr: strings.splitN(v: "a,b,c", t: ",", i: 0), v: "|"), want: ""},
        {got: strings.joinStr(arr: strings.splitN(v: "abc", t: "", i: 2), v: "|"), want: "a|bc"},
        {
            got: strings.joinStr(arr: strings.splitAfterN(v: "a,b,c", t: ",", i: 2), v: "|"),
            want: "a,|b,c",
        },
        {
            got: strings.joinStr(arr: strings.splitAfterN(v: "a,b", t: ",", i: 9), v: "|"),
            want: "a,|b",
        },
    ])
}

testcase numbers_of_parts {
    same(pairs: [
        {got: length(arr: strings.split(v: "", t: ",")), want: 1},
        {got: length(arr: strings.split(v: "", t: "")), want: 0},
        {got: length(arr: strings.splitN(v: "a,b", t: ",", i: 0)), want: 0},
        {got: length(arr: strings.splitN(v: "a,b", t: ",", i: 1)), want: 1},
        {got: length(arr: strings.splitAfter(v: "", t: ",")), want: 1},
    ])
}

testcase joinStr_puts_texts_together {
    same(pairs: [
        {got: strings.joinStr(arr: ["a", "b"], v: ", "), want: "a, b"},
        {got: strings.joinStr(arr: ["a"], v: ", "), want: "a"},
        {got: strings.joinStr(arr: [], v: ", "), want: ""},
        {got: strings.joinStr(arr: ["", ""], v: "-"), want: "-"},
        {got: strings.joinStr(arr: ["x", "y"], v: ""), want: "xy"},
    ])
}

testcase joinStr_refuses_a_null_among_the_texts {
    testing.shouldError(
        fn: () => strings.joinStr(arr: ["a", debug.null(type: "string")], v: ","),
        want: /null/,
    )
}

testcase lengths_are_characters {
    same(pairs: [
        {got: strings.strlen(v: "naïve"), want: 5},
        {got: strings.strlen(v: ""), want: 0},
        {got: strings.strlen(v: "e\xcc\x81"), want: 2},
        {got: strings.strlen(v: "日本語"), want: 3},
    ])
}

testcase substring_stays_inside {
    same(pairs: [
        {got: strings.substring(v: "temperature", start: 0, end: 4), want: "temp"},
        {got: strings.substring(v: "abc", start: 1, end: 9), want: "bc"},
        {got: strings.substring(v: "abc", start: -5, end: 2), want: "ab"},
        {got: strings.substring(v: "abc", start: 2, end: 1), want: ""},
        {got: strings.substring(v: "abc", start: 0, end: -1), want: ""},
        {got: strings.substring(v: "日本語", start: 1, end: 2), want: "本"},
        {got: strings.substring(v: "", start: 0, end: 1), want: ""},
    ])
}

testcase a_null_is_refused_outside_of_rows {
    testing.shouldError(
        fn: () => strings.toUpper(v: debug.null(type: "string")),
        want: /null|string/,
    )
}

testcase a_null_as_second_argument_is_refused {
    testing.shouldError(
        fn: () => strings.hasPrefix(v: "a", prefix: debug.null(type: "string")),
        want: /null|string/,
    )
}

testcase functions_work_on_columns {
    got =
        array.from(rows: [{a: "Kiwi,1", b: "i"}, {a: "lime,22", b: "m"}])
            |> map(fn: (r) => ({
                u: strings.toUpper(v: r.a),
                n: strings.index(v: r.a, substr: r.b),
                p: strings.split(v: r.a, t: ",")[1],
                l: strings.strlen(v: r.a),
                h: strings.hasPrefix(v: r.a, prefix: "K"),
            }))
    want = array.from(rows: [
        {
            u: "KIWI,1",
            n: 1,
            p: "1",
            l: 6,
            h: true,
        },
        {
            u: "LIME,22",
            n: 2,
            p: "22",
            l: 7,
            h: false,
        },
    ])

    testing.diff(got: got, want: want)
}
