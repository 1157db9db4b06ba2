// Arguments: missing, unknown, of another type, given twice.
import "math"

f = (first, second=2) => first + second

a = f()
b = f(first: 1, third: 3)
c = f(first: "a")
d = math.pow(x: 2, y: 3.0)
