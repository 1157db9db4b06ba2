// Package strings works with text.
package strings

// title changes the first letter of each word to title case.
//
// ## Parameters
//
// - v: Text to change.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.title(v: "pump house, north-east gate")
// ```
//
// ```text
// Pump House, North-East Gate
// ```
builtin title : (v: string) => string

// toUpper changes all letters to upper case.
//
// ## Parameters
//
// - v: Text to change.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.toUpper(v: "koala")
// ```
//
// ```text
// KOALA
// ```
builtin toUpper : (v: string) => string

// toLower changes all letters to lower case.
//
// ## Parameters
//
// - v: Text to change.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.toLower(v: "MODBUS Gateway")
// ```
//
// ```text
// modbus gateway
// ```
builtin toLower : (v: string) => string

// toTitle changes all letters to title case.
//
// ## Parameters
//
// - v: Text to change.
//
// ## Examples
//
// ### Every letter is changed, not only the first of a word
//
// ```flux
// import "strings"
//
// strings.toTitle(v: "ice age")
// ```
//
// ```text
// ICE AGE
// ```
builtin toTitle : (v: string) => string

// trim removes characters from both ends.
//
// ## Parameters
//
// - v: Text to change.
// - cutset: Characters to remove, in any order.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.trim(v: "--=[ 42 ]=--", cutset: "-=[] ")
// ```
//
// ```text
// 42
// ```
builtin trim : (cutset: string, v: string) => string

// trimPrefix removes a text from the start, once.
//
// ## Parameters
//
// - v: Text to change.
// - prefix: Text to remove.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.trimPrefix(v: "sensor/attic/temperature", prefix: "sensor/")
// ```
//
// ```text
// attic/temperature
// ```
builtin trimPrefix : (prefix: string, v: string) => string

// trimSpace removes white space from both ends.
//
// ## Parameters
//
// - v: Text to change.
//
// ## Examples
//
// ```flux
// import "strings"
//
// "<" + strings.trimSpace(v: "   two words  ") + ">"
// ```
//
// ```text
// <two words>
// ```
builtin trimSpace : (v: string) => string

// trimSuffix removes a text from the end, once.
//
// ## Parameters
//
// - v: Text to change.
// - suffix: Text to remove.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.trimSuffix(v: "backup.tar.gz", suffix: ".gz")
// ```
//
// ```text
// backup.tar
// ```
builtin trimSuffix : (suffix: string, v: string) => string

// trimRight removes characters from the end.
//
// ## Parameters
//
// - v: Text to change.
// - cutset: Characters to remove, in any order.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.trimRight(v: "12.5000", cutset: "0")
// ```
//
// ```text
// 12.5
// ```
builtin trimRight : (cutset: string, v: string) => string

// trimLeft removes characters from the start.
//
// ## Parameters
//
// - v: Text to change.
// - cutset: Characters to remove, in any order.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.trimLeft(v: "000731", cutset: "0")
// ```
//
// ```text
// 731
// ```
builtin trimLeft : (cutset: string, v: string) => string

// hasPrefix tells whether a text begins with another.
//
// ## Parameters
//
// - v: Text to test.
// - prefix: Text to look for.
//
// ## Examples
//
// ### Rows whose host begins with a text
//
// ```flux
// import "array"
// import "strings"
//
// array.from(rows: [{host: "db-1", load: 0.4}, {host: "web-1", load: 0.9}, {host: "db-2", load: 0.1}])
//     |> filter(fn: (r) => strings.hasPrefix(v: r.host, prefix: "db-"))
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┐
// │ host   │  load │
// │ string │ float │
// ├────────┼───────┤
// │ db-1   │   0.4 │
// │ db-2   │   0.1 │
// └────────┴───────┘
// 2 rows
// ```
builtin hasPrefix : (prefix: string, v: string) => bool

// hasSuffix tells whether a text ends with another.
//
// ## Parameters
//
// - v: Text to test.
// - suffix: Text to look for.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.hasSuffix(v: "report.csv", suffix: ".csv")
// ```
//
// ```text
// true
// ```
builtin hasSuffix : (suffix: string, v: string) => bool

// containsStr tells whether a text holds another.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to look for.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.containsStr(v: "connection refused", substr: "refused")
// ```
//
// ```text
// true
// ```
builtin containsStr : (substr: string, v: string) => bool

// containsAny tells whether a text holds one of a set of characters.
//
// ## Parameters
//
// - v: Text to search.
// - chars: Characters to look for.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.containsAny(v: "rack 7", chars: "0123456789")
// ```
//
// ```text
// true
// ```
builtin containsAny : (chars: string, v: string) => bool

// equalFold tells whether two texts are equal but for the case of their letters.
//
// ## Parameters
//
// - v: First text.
// - t: Second text.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.equalFold(v: "Content-Type", t: "content-TYPE")
// ```
//
// ```text
// true
// ```
builtin equalFold : (t: string, v: string) => bool

// compare orders two texts by their bytes: -1, 0 or 1.
//
// ## Parameters
//
// - v: First text.
// - t: Second text.
//
// ## Examples
//
// ```flux
// import "strings"
//
// [
//     strings.compare(v: "ant", t: "bee"),
//     strings.compare(v: "bee", t: "bee"),
//     strings.compare(v: "bee", t: "Bee"),
// ]
// ```
//
// ```text
// [-1, 0, 1]
// ```
builtin compare : (t: string, v: string) => int

// countStr counts how often a text occurs in another, without overlaps.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to count.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.countStr(v: "ERROR ok ERROR ok ok", substr: "ERROR")
// ```
//
// ```text
// 2
// ```
builtin countStr : (substr: string, v: string) => int

// index gives the position in bytes at which a text first occurs in another, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to look for.
//
// ## Examples
//
// ### A text that occurs
//
// ```flux
// import "strings"
//
// strings.index(v: "key=value", substr: "=")
// ```
//
// ```text
// 3
// ```
//
// ### One that does not
//
// ```flux
// import "strings"
//
// strings.index(v: "key", substr: "=")
// ```
//
// ```text
// -1
// ```
builtin index : (substr: string, v: string) => int

// indexAny gives the position in bytes at which one of a set of characters first occurs, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - chars: Characters to look for.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.indexAny(v: "17 °C", chars: " °")
// ```
//
// ```text
// 2
// ```
builtin indexAny : (chars: string, v: string) => int

// lastIndex gives the position in bytes at which a text last occurs in another, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to look for.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.lastIndex(v: "a/b/c", substr: "/")
// ```
//
// ```text
// 3
// ```
builtin lastIndex : (substr: string, v: string) => int

// lastIndexAny gives the position in bytes at which one of a set of characters last occurs, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - chars: Characters to look for.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.lastIndexAny(v: "10:42,30", chars: ":,")
// ```
//
// ```text
// 5
// ```
builtin lastIndexAny : (chars: string, v: string) => int

// isDigit tells whether a character is a digit.
//
// ## Parameters
//
// - v: Text of exactly one byte.
//
// ## Examples
//
// ```flux
// import "strings"
//
// [strings.isDigit(v: "7"), strings.isDigit(v: "x")]
// ```
//
// ```text
// [true, false]
// ```
builtin isDigit : (v: string) => bool

// isLetter tells whether a character is a letter.
//
// ## Parameters
//
// - v: Text of exactly one byte.
//
// ## Examples
//
// ```flux
// import "strings"
//
// [strings.isLetter(v: "x"), strings.isLetter(v: "7")]
// ```
//
// ```text
// [true, false]
// ```
builtin isLetter : (v: string) => bool

// isLower tells whether a character is a lower case letter.
//
// ## Parameters
//
// - v: Text of exactly one byte.
//
// ## Examples
//
// ```flux
// import "strings"
//
// [strings.isLower(v: "g"), strings.isLower(v: "G")]
// ```
//
// ```text
// [true, false]
// ```
builtin isLower : (v: string) => bool

// isUpper tells whether a character is an upper case letter.
//
// ## Parameters
//
// - v: Text of exactly one byte.
//
// ## Examples
//
// ```flux
// import "strings"
//
// [strings.isUpper(v: "G"), strings.isUpper(v: "g")]
// ```
//
// ```text
// [true, false]
// ```
builtin isUpper : (v: string) => bool

// repeat puts a text together several times.
//
// ## Parameters
//
// - v: Text to repeat.
// - i: Number of times.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.repeat(v: "=-", i: 6)
// ```
//
// ```text
// =-=-=-=-=-=-
// ```
builtin repeat : (i: int, v: string) => string

// replace puts a text in place of another, a number of times from the start.
//
// ## Parameters
//
// - v: Text to change.
// - t: Text to replace.
// - u: Text to put in its place.
// - i: Greatest number of replacements; a negative number means all.
//
// ## Examples
//
// ### The first two
//
// ```flux
// import "strings"
//
// strings.replace(v: "a.b.c.d", t: ".", u: "::", i: 2)
// ```
//
// ```text
// a::b::c.d
// ```
//
// ### All of them
//
// ```flux
// import "strings"
//
// strings.replace(v: "a.b.c.d", t: ".", u: "::", i: -1)
// ```
//
// ```text
// a::b::c::d
// ```
builtin replace : (i: int, t: string, u: string, v: string) => string

// replaceAll puts a text in place of another wherever it occurs.
//
// ## Parameters
//
// - v: Text to change.
// - t: Text to replace.
// - u: Text to put in its place.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.replaceAll(v: "2 apples, 3 pears", t: " ", u: "_")
// ```
//
// ```text
// 2_apples,_3_pears
// ```
builtin replaceAll : (t: string, u: string, v: string) => string

// split cuts a text at each separator.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
//
// ## Examples
//
// ### At a separator
//
// ```flux
// import "strings"
//
// strings.split(v: "host,region,load", t: ",")
// ```
//
// ```text
// [host, region, load]
// ```
//
// ### Into characters
//
// ```flux
// import "strings"
//
// strings.split(v: "né", t: "")
// ```
//
// ```text
// [n, é]
// ```
builtin split : (t: string, v: string) => [string]

// splitAfter cuts a text behind each separator and keeps the separators.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.splitAfter(v: "one;two;three", t: ";")
// ```
//
// ```text
// [one;, two;, three]
// ```
builtin splitAfter : (t: string, v: string) => [string]

// splitN cuts a text at separators into a limited number of parts.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
// - i: Greatest number of parts, the last of which is the rest; a negative number means no limit.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.splitN(v: "GET /a b c", t: " ", i: 2)
// ```
//
// ```text
// [GET, /a b c]
// ```
builtin splitN : (i: int, t: string, v: string) => [string]

// splitAfterN cuts a text behind separators into a limited number of parts.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
// - i: Greatest number of parts, the last of which is the rest; a negative number means no limit.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.splitAfterN(v: "2024-06-30", t: "-", i: 2)
// ```
//
// ```text
// [2024-, 06-30]
// ```
builtin splitAfterN : (i: int, t: string, v: string) => [string]

// joinStr puts texts together with a separator between them.
//
// ## Parameters
//
// - arr: Texts to put together.
// - v: Separator.
//
// ## Examples
//
// ```flux
// import "strings"
//
// strings.joinStr(arr: ["north", "east", "south"], v: " > ")
// ```
//
// ```text
// north > east > south
// ```
builtin joinStr : (arr: [string], v: string) => string

// strlen counts the characters (code points) of a text.
//
// ## Parameters
//
// - v: Text to count.
//
// ## Examples
//
// ### Characters, not bytes
//
// ```flux
// import "strings"
//
// strings.strlen(v: "smørrebrød")
// ```
//
// ```text
// 10
// ```
builtin strlen : (v: string) => int

// substring gives a part of a text.
//
// Positions count characters; those outside of the text are moved to its ends.
//
// ## Parameters
//
// - v: Text to cut.
// - start: Position of the first character.
// - end: Position behind the last character.
//
// ## Examples
//
// ### A part
//
// ```flux
// import "strings"
//
// strings.substring(v: "2024-06-30T12:00:00Z", start: 0, end: 10)
// ```
//
// ```text
// 2024-06-30
// ```
//
// ### Positions beyond the text
//
// ```flux
// import "strings"
//
// strings.substring(v: "short", start: 2, end: 99)
// ```
//
// ```text
// ort
// ```
builtin substring : (end: int, start: int, v: string) => string
