// Package strings works with text.
package strings

// title changes the first letter of each word to title case.
//
// ## Parameters
//
// - v: Text to change.
builtin title : (v: string) => string

// toUpper changes all letters to upper case.
//
// ## Parameters
//
// - v: Text to change.
builtin toUpper : (v: string) => string

// toLower changes all letters to lower case.
//
// ## Parameters
//
// - v: Text to change.
builtin toLower : (v: string) => string

// toTitle changes all letters to title case.
//
// ## Parameters
//
// - v: Text to change.
builtin toTitle : (v: string) => string

// trim removes characters from both ends.
//
// ## Parameters
//
// - v: Text to change.
// - cutset: Characters to remove, in any order.
builtin trim : (cutset: string, v: string) => string

// trimPrefix removes a text from the start, once.
//
// ## Parameters
//
// - v: Text to change.
// - prefix: Text to remove.
builtin trimPrefix : (prefix: string, v: string) => string

// trimSpace removes white space from both ends.
//
// ## Parameters
//
// - v: Text to change.
builtin trimSpace : (v: string) => string

// trimSuffix removes a text from the end, once.
//
// ## Parameters
//
// - v: Text to change.
// - suffix: Text to remove.
builtin trimSuffix : (suffix: string, v: string) => string

// trimRight removes characters from the end.
//
// ## Parameters
//
// - v: Text to change.
// - cutset: Characters to remove, in any order.
builtin trimRight : (cutset: string, v: string) => string

// trimLeft removes characters from the start.
//
// ## Parameters
//
// - v: Text to change.
// - cutset: Characters to remove, in any order.
builtin trimLeft : (cutset: string, v: string) => string

// hasPrefix tells whether a text begins with another.
//
// ## Parameters
//
// - v: Text to test.
// - prefix: Text to look for.
builtin hasPrefix : (prefix: string, v: string) => bool

// hasSuffix tells whether a text ends with another.
//
// ## Parameters
//
// - v: Text to test.
// - suffix: Text to look for.
builtin hasSuffix : (suffix: string, v: string) => bool

// containsStr tells whether a text holds another.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to look for.
builtin containsStr : (substr: string, v: string) => bool

// containsAny tells whether a text holds one of a set of characters.
//
// ## Parameters
//
// - v: Text to search.
// - chars: Characters to look for.
builtin containsAny : (chars: string, v: string) => bool

// equalFold tells whether two texts are equal but for the case of their letters.
//
// ## Parameters
//
// - v: First text.
// - t: Second text.
builtin equalFold : (t: string, v: string) => bool

// compare orders two texts by their bytes: -1, 0 or 1.
//
// ## Parameters
//
// - v: First text.
// - t: Second text.
builtin compare : (t: string, v: string) => int

// countStr counts how often a text occurs in another, without overlaps.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to count.
builtin countStr : (substr: string, v: string) => int

// index gives the position in bytes at which a text first occurs in another, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to look for.
builtin index : (substr: string, v: string) => int

// indexAny gives the position in bytes at which one of a set of characters first occurs, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - chars: Characters to look for.
builtin indexAny : (chars: string, v: string) => int

// lastIndex gives the position in bytes at which a text last occurs in another, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - substr: Text to look for.
builtin lastIndex : (substr: string, v: string) => int

// lastIndexAny gives the position in bytes at which one of a set of characters last occurs, or -1.
//
// ## Parameters
//
// - v: Text to search.
// - chars: Characters to look for.
builtin lastIndexAny : (chars: string, v: string) => int

// isDigit tells whether a character is a digit.
//
// ## Parameters
//
// - v: Text of exactly one byte.
builtin isDigit : (v: string) => bool

// isLetter tells whether a character is a letter.
//
// ## Parameters
//
// - v: Text of exactly one byte.
builtin isLetter : (v: string) => bool

// isLower tells whether a character is a lower case letter.
//
// ## Parameters
//
// - v: Text of exactly one byte.
builtin isLower : (v: string) => bool

// isUpper tells whether a character is an upper case letter.
//
// ## Parameters
//
// - v: Text of exactly one byte.
builtin isUpper : (v: string) => bool

// repeat puts a text together several times.
//
// ## Parameters
//
// - v: Text to repeat.
// - i: Number of times.
builtin repeat : (i: int, v: string) => string

// replace puts a text in place of another, a number of times from the start.
//
// ## Parameters
//
// - v: Text to change.
// - t: Text to replace.
// - u: Text to put in its place.
// - i: Greatest number of replacements; a negative number means all.
builtin replace : (i: int, t: string, u: string, v: string) => string

// replaceAll puts a text in place of another wherever it occurs.
//
// ## Parameters
//
// - v: Text to change.
// - t: Text to replace.
// - u: Text to put in its place.
builtin replaceAll : (t: string, u: string, v: string) => string

// split cuts a text at each separator.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
builtin split : (t: string, v: string) => [string]

// splitAfter cuts a text behind each separator and keeps the separators.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
builtin splitAfter : (t: string, v: string) => [string]

// splitN cuts a text at separators into a limited number of parts.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
// - i: Greatest number of parts, the last of which is the rest; a negative number means no limit.
builtin splitN : (i: int, t: string, v: string) => [string]

// splitAfterN cuts a text behind separators into a limited number of parts.
//
// ## Parameters
//
// - v: Text to cut.
// - t: Separator; an empty one cuts between all characters.
// - i: Greatest number of parts, the last of which is the rest; a negative number means no limit.
builtin splitAfterN : (i: int, t: string, v: string) => [string]

// joinStr puts texts together with a separator between them.
//
// ## Parameters
//
// - arr: Texts to put together.
// - v: Separator.
builtin joinStr : (arr: [string], v: string) => string

// strlen counts the characters (code points) of a text.
//
// ## Parameters
//
// - v: Text to count.
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
builtin substring : (end: int, start: int, v: string) => string
