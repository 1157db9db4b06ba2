// A failure in a function that runs for each row.
import "array"

array.from(rows: [{n: 4}, {n: 0}])
    |> map(fn: (r) => ({r with share: 10 / r.n}))
