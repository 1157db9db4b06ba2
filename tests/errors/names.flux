// Names that are nearly right.
import "strings"

total = 3
x = totl + 1
y = strings.toUper(v: "a")
z = filtr(fn: (r) => true)
