package testing_test

import "internal/testing"
import tests "testing"

testcase shouldErrorWithCode_compares_code_and_message {
    testing.shouldErrorWithCode(fn: () => 1 / 0, want: /divide by zero/, code: uint(v: 9))
}

testcase shouldErrorWithCode_of_an_invalid_argument {
    testing.shouldErrorWithCode(
        fn: () => int(v: "x"),
        want: /cannot convert string "x" to int/,
        code: uint(v: 3),
    )
}

testcase shouldErrorWithCode_fails_for_a_function_that_does_not {
    tests.shouldError(
        fn: () => testing.shouldErrorWithCode(fn: () => 1, want: /x/, code: uint(v: 9)),
        want: /shouldErrorWithCode expected an error/,
    )
}

testcase assertMatches_passes_for_a_text_that_matches {
    testing.assertMatches(got: "fluxi", want: /^fl/)
}

testcase assertMatches_fails_for_another_text {
    tests.shouldError(
        fn: () => testing.assertMatches(got: "fluxi", want: /^x/),
        want: /Regex `\^x` does not match `fluxi`/,
    )
}
