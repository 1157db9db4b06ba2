a = 1

import "math"
