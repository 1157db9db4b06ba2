// Package dict works with dictionaries.
//
// Its functions give a new dictionary and leave the one they are given as it is.
package dict

// fromList makes a dictionary of an array of records.
//
// ## Parameters
//
// - pairs: Records with `key` and `value`; of those with the same key the last one counts.
builtin fromList : (pairs: [{value: B, key: A}]) => [A:B] where A: Comparable

// get gives the value of a key.
//
// ## Parameters
//
// - dict: Dictionary to search.
// - key: Key to look for.
// - default: Value to give if the dictionary lacks the key.
builtin get : (default: A, dict: [B:A], key: B) => A where B: Comparable

// insert gives a dictionary in which a key has a value.
//
// ## Parameters
//
// - dict: Dictionary to start from.
// - key: Key to add or to replace.
// - value: Its value.
builtin insert : (dict: [A:B], key: A, value: B) => [A:B] where A: Comparable

// remove gives a dictionary without a key.
//
// ## Parameters
//
// - dict: Dictionary to start from.
// - key: Key to remove.
builtin remove : (dict: [A:B], key: A) => [A:B] where A: Comparable
