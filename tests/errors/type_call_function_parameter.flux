import "array"

x = array.map(arr: [1, 2], fn: (y) => y)
