// A negative count is refused with the argument's name.
import "strings"

strings.repeat(v: "ab", i: -1)  // expect error: strings.repeat: argument `i` must not be negative, but it is -1
