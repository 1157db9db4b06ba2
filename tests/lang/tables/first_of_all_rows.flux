// args: --format plain-csv
// group(), sort and limit are one step: the columns are those of all tables, equal rows stay in order
// of arrival, nulls come first in both directions.
import "csv"

rows = "#datatype,string,long,long,string
#group,false,false,false,true
#default,_result,,,
,result,table,v,from
,,0,9,many
,,0,3,many
,,0,9,many
,,0,2,many
,,1,,none

#datatype,string,long,long,string,double
#group,false,false,false,true,false
#default,_result,,,,
,result,table,v,from,extra
,,2,9,few,1.5
,,2,3,few,2.5
"

csv.from(csv: rows)
    |> filter(fn: (r) => exists r.v)
    |> group()
    |> sort(columns: ["v"], desc: true)
    |> limit(n: 3)
// expect: v,from,extra
// expect: 9,many,
// expect: 9,many,
// expect: 9,few,1.5
// expect:

csv.from(csv: rows)
    |> group()
    |> sort(columns: ["v"])
    |> limit(n: 4)
    |> yield(name: "up")
// expect: v,from,extra
// expect: ,none,
// expect: 2,many,
// expect: 3,many,
// expect: 3,few,2.5
// expect:

csv.from(csv: rows)
    |> group()
    |> sort(columns: ["v", "from"], desc: true)
    |> limit(n: 2)
    |> yield(name: "down")
// expect: v,from,extra
// expect: ,none,
// expect: 9,many,

csv.from(csv: rows)
    |> group()
    |> sort(columns: ["extra", "v"], desc: true)
    |> limit(n: 1)
    |> yield(name: "extra")
// expect:
// expect: v,from,extra
// expect: ,none,
