// Package testing has assertions that only tests of the standard library need.
package testing

import "array"
import "experimental"
import "regexp"
import "testing"

// shouldErrorWithCode fails a test if a function does not fail in a certain way.
//
// ## Parameters
//
// - fn: Function without parameters.
// - want: Regular expression that the message must match.
// - code: Number of the error.
shouldErrorWithCode = (fn, want, code) => {
    outcome = experimental.catch(fn: fn)
    message =
        if exists outcome.msg then
            outcome.msg
        else
            die(msg: "shouldErrorWithCode expected an error")

    return testing.diff(
        got: array.from(rows: [{code: outcome.code, match: message =~ want}]),
        want: array.from(rows: [{code: code, match: true}]),
    )
}

// assertMatches fails a test if a text does not match.
//
// ## Parameters
//
// - got: Text to test.
// - want: Regular expression that it must match.
assertMatches = (got, want) =>
    if got !~ want then
        die(msg: "Regex `${regexp.getString(r: want)}` does not match `${got}`")
    else
        testing.assertEqualValues(want: "", got: "")
