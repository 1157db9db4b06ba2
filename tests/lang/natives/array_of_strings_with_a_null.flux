import "array"
import "internal/debug"

array.from(rows: [{a: 1}])
    |> group(columns: ["a", debug.null(type: "string")])  // expect error: group: argument columns must be an array of strings, found null at index 1
