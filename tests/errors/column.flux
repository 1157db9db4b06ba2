// A column that the table does not have.
import "array"

array.from(rows: [{value: 1.5}]) |> mean(column: "valu")
