// heading
package foo

// math
import "math"
import s "strings"

option now = () => 2020-01-01T00:00:00Z
option task.every = 1h
builtin f : (x: int) => string
x = 1 y = 2
f(x)
testcase t {
    want = 1
}
testcase u extends "dir/file_test.t" {
    super()
}
extends = 1
// the end
