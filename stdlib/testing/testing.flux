// Package testing compares streams and values in tests.
package testing

import "array"
import "experimental"

// tags lists the labels of a test, by which a run can choose.
//
// A test with tags runs only if `--tag` names all of them; which ones there are stands in the file
// `fluxtest.root` of the tests.
//
// ## Examples
//
// ```flux --tag slow
// import "testing"
//
// testcase whole_year {
//     option testing.tags = ["slow"]
//
//     testing.assertEqualValues(got: 365 * 24, want: 8760)
// }
// ```
//
// ```text
// ---
// Found 1 tests: passed 1, failed 0, skipped 0
// ```
option tags = []

// load is called with the input of a test and may send it through another place.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "testing"
//
// // Every test whose input goes through load runs with the first row only.
// option testing.load = (tables=<-) => tables |> limit(n: 1)
//
// array.from(rows: [{_value: 1}, {_value: 2}])
//     |> testing.load()
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ _value │
// │    int │
// ├────────┤
// │      1 │
// └────────┘
// 1 row
// ```
option load = (tables=<-) => tables

// assertEquals stops the script with an error if two streams differ.
//
// ## Parameters
//
// - name: Name of the test, for the error.
// - got: Stream to test (piped in).
// - want: Stream that is expected.
//
// ## Examples
//
// ```flux
// import "array"
// import "testing"
//
// want = array.from(rows: [{room: "hall", _value: 21.0}])
//
// array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 21.0}])
//     |> max()
//     |> testing.assertEquals(name: "the warmest room", want: want)
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ hall   │     21 │
// └────────┴────────┘
// 1 row
// ```
builtin assertEquals : (<-got: stream[A], name: string, want: stream[A]) => stream[A]

// assertEmpty stops the script with an error if a stream has rows.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "testing"
//
// array.from(rows: [{room: "attic", _value: 19.5}])
//     |> filter(fn: (r) => r._value > 30.0)
//     |> testing.assertEmpty()
// ```
//
// ```text
// _result · no tables
// ```
builtin assertEmpty : (<-tables: stream[A]) => stream[A]

// diff makes the differences between two streams the result `errorOutput`, which fails a test.
//
// The column `_diff` has `-` for a row that only `want` has, and `+` for one that only `got` has.
//
// ## Parameters
//
// - got: Stream to test (piped in).
// - want: Stream that is expected.
// - verbose: Has no effect.
// - epsilon: Has no effect.
// - nansEqual: Has no effect.
//
// ## Examples
//
// ```flux
// import "array"
// import "testing"
//
// got = array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 21.0}])
// want = array.from(rows: [{room: "attic", _value: 19.5}, {room: "hall", _value: 22.0}])
//
// testing.diff(got: got, want: want)
// ```
//
// ```text
// errorOutput · table 0
// ┌────────┬────────┬────────┐
// │ _diff  │ room   │ _value │
// │ string │ string │  float │
// ├────────┼────────┼────────┤
// │        │ attic  │   19.5 │
// │ -      │ hall   │     22 │
// │ +      │ hall   │     21 │
// └────────┴────────┴────────┘
// 3 rows
// ```
diff = (
    want,
    verbose=false,
    epsilon=0.000001,
    nansEqual=false,
    got=<-,
) => yield(tables: experimental.diff(got: got, want: want), name: "errorOutput")

// assertEqualValues fails a test if two values differ.
//
// ## Parameters
//
// - got: Value to test.
// - want: Value that is expected.
//
// ## Examples
//
// ```flux
// import "testing"
//
// testing.assertEqualValues(got: 2 + 2, want: 5)
// ```
//
// ```text
// errorOutput · table 0
// ┌────────┬─────┐
// │ _diff  │   v │
// │ string │ int │
// ├────────┼─────┤
// │ -      │   5 │
// │ +      │   4 │
// └────────┴─────┘
// 2 rows
// ```
assertEqualValues = (got, want) => {
    single = (v) => array.from(rows: [{v: v}])

    return diff(got: single(v: got), want: single(v: want))
}

// shouldError fails a test if a function does not fail, or fails with another message.
//
// ## Parameters
//
// - fn: Function without parameters. Errors of a stream count only if it is read inside, e.g. with `findRecord`.
// - want: Regular expression that the message must match.
//
// ## Examples
//
// ### The message matches: there is nothing to report
//
// ```flux
// import "testing"
//
// testing.shouldError(fn: () => int(v: "seven"), want: /cannot convert string "seven"/)
// ```
//
// ```text
// errorOutput · no tables
// ```
shouldError = (fn, want) => {
    outcome = experimental.catch(fn: fn)
    message = if exists outcome.msg then outcome.msg else die(msg: "shouldError expected an error")

    return
        array.from(rows: [{v: message}])
            |> filter(fn: (r) => r.v !~ want)
            |> yield(name: "errorOutput")
}
