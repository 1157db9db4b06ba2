// Package testing compares streams and values in tests.
package testing

import "array"
import "experimental"

// tags lists the labels of a test, by which a run can choose.
option tags = []

// load is called with the input of a test and may send it through another place.
//
// ## Parameters
//
// - tables: Input tables (piped in).
option load = (tables=<-) => tables

// assertEquals stops the script with an error if two streams differ.
//
// ## Parameters
//
// - name: Name of the test, for the error.
// - got: Stream to test (piped in).
// - want: Stream that is expected.
builtin assertEquals : (<-got: stream[A], name: string, want: stream[A]) => stream[A]

// assertEmpty stops the script with an error if a stream has rows.
//
// ## Parameters
//
// - tables: Input tables (piped in).
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
diff = (want, verbose=false, epsilon=0.000001, nansEqual=false, got=<-) =>
    yield(tables: experimental.diff(got: got, want: want), name: "errorOutput")

// assertEqualValues fails a test if two values differ.
//
// ## Parameters
//
// - got: Value to test.
// - want: Value that is expected.
assertEqualValues = (got, want) => {
    single = (v) => array.from(rows: [{v: v}])

    return diff(got: single(v: got), want: single(v: want))
}

// shouldError fails a test if a function does not fail, or fails with another message.
//
// ## Parameters
//
// - fn: Function without parameters.
// - want: Regular expression that the message must match.
shouldError = (fn, want) => {
    outcome = experimental.catch(fn: fn)
    message = if exists outcome.msg then outcome.msg else die(msg: "shouldError expected an error")

    return
        array.from(rows: [{v: message}])
            |> filter(fn: (r) => r.v !~ want)
            |> yield(name: "errorOutput")
}
