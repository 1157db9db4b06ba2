// Package dict works with dictionaries.
//
// Its functions give a new dictionary and leave the one they are given as it is.
package dict

// fromList makes a dictionary of an array of records.
//
// ## Parameters
//
// - pairs: Records with `key` and `value`; of those with the same key the last one counts.
//
// ## Examples
//
// ```flux
// import "dict"
//
// dict.fromList(pairs: [{key: 404, value: "not found"}, {key: 200, value: "ok"}])
// ```
//
// ```text
// [200: ok, 404: not found]
// ```
builtin fromList : (pairs: [{value: B, key: A}]) => [A: B] where A: Comparable

// get gives the value of a key.
//
// ## Parameters
//
// - dict: Dictionary to search.
// - key: Key to look for.
// - default: Value to give if the dictionary lacks the key.
//
// ## Examples
//
// ### A key that is there, and one that is not
//
// ```flux
// import "dict"
//
// rooms = ["a1": "lab", "b7": "store"]
//
// {
//     known: dict.get(dict: rooms, key: "b7", default: "?"),
//     unknown: dict.get(dict: rooms, key: "z9", default: "?"),
// }
// ```
//
// ```text
// {known: store, unknown: ?}
// ```
//
// ### Names for the codes in a column
//
// ```flux
// import "array"
// import "dict"
//
// states = [0: "off", 1: "on"]
//
// array.from(rows: [{pump: "p1", state: 1}, {pump: "p2", state: 3}])
//     |> map(fn: (r) => ({r with name: dict.get(dict: states, key: r.state, default: "unknown")}))
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┬─────────┐
// │ pump   │ state │ name    │
// │ string │   int │ string  │
// ├────────┼───────┼─────────┤
// │ p1     │     1 │ on      │
// │ p2     │     3 │ unknown │
// └────────┴───────┴─────────┘
// 2 rows
// ```
builtin get : (default: A, dict: [B: A], key: B) => A where B: Comparable

// insert gives a dictionary in which a key has a value.
//
// ## Parameters
//
// - dict: Dictionary to start from.
// - key: Key to add or to replace.
// - value: Its value.
//
// ## Examples
//
// ```flux
// import "dict"
//
// ports = ["http": 80]
//
// dict.insert(dict: ports, key: "https", value: 443)
// ```
//
// ```text
// [http: 80, https: 443]
// ```
builtin insert : (dict: [A: B], key: A, value: B) => [A: B] where A: Comparable

// remove gives a dictionary without a key.
//
// ## Parameters
//
// - dict: Dictionary to start from.
// - key: Key to remove.
//
// ## Examples
//
// ```flux
// import "dict"
//
// ports = ["http": 80, "https": 443]
//
// dict.remove(dict: ports, key: "http")
// ```
//
// ```text
// [https: 443]
// ```
builtin remove : (dict: [A: B], key: A) => [A: B] where A: Comparable
