import "math"

option math.tau = 6.28
