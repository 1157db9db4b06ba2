// Two results of one name.
import "array"

array.from(rows: [{a: 1}]) |> yield(name: "a")
array.from(rows: [{a: 2}]) |> yield(name: "a")
