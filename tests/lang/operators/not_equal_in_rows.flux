// args: --format plain-csv
import "array"

array.from(rows: [{a: 1}, {a: 2}])
    |> map(fn: (r) => ({a: r.a, other: [r.a] != [2], record: {x: r.a} != {x: 2}}))
// expect: a,other,record
// expect: 1,true,true
// expect: 2,false,false
