// A row goes to the table of its new key, whatever the order of the rows.
// args: --format csv
import "array"

array.from(rows: [{k: "a", v: 3}, {k: "a", v: 1}, {k: "a", v: 2}, {k: "a", v: 1}])
    |> group(columns: ["k"])
    |> map(fn: (r) => ({r with k: "k" + string(v: r.v)}))
// expect: #datatype,string,long,string,long
// expect: #group,false,false,true,false
// expect: #default,_result,,,
// expect: ,result,table,k,v
// expect: ,,0,k1,1
// expect: ,,0,k1,1
// expect: ,,1,k2,2
// expect: ,,2,k3,3
// expect:
