// A native that wants a function.
import "array"
import "experimental/json"

array.map(arr: [1, 2], fn: json.parse(data: bytes(v: "5")))
