// A record of constants is a row for each row.
// args: --format csv
import "array"

array.from(rows: [{a: 1}, {a: 2}]) |> map(fn: (r) => ({x: 5}))
// expect: #datatype,string,long,long
// expect: #group,false,false,false
// expect: #default,_result,,
// expect: ,result,table,x
// expect: ,,0,5
// expect: ,,0,5
// expect:
