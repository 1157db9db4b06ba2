import "math"

x = (r) => math.round(x: r.value + 1)
