import "math"

option math.pi = "three"
