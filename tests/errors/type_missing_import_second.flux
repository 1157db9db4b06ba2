import "math"

x = math.abs(x: -1.0)
y = date.hour(t: now())
