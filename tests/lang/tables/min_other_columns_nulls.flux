// A selector keeps the nulls of the other columns.
// args: --format csv
import "csv"

data =
    csv.from(
        csv: "#datatype,string,long,dateTime:RFC3339,string,double,long,boolean,string
#group,false,false,false,true,false,false,false,false
#default,_result,,,,,,,
,result,table,_time,room,_value,n,open,note
,,0,2024-05-01T08:00:00Z,attic,21.5,,true,first
,,0,2024-05-01T09:00:00Z,attic,,4,,
,,0,2024-05-01T10:00:00Z,attic,19.25,-3,false,third
,,1,2024-05-01T08:00:00Z,cellar,,7,,
,,1,2024-05-01T09:00:00Z,cellar,11.5,7,true,x
,,1,2024-05-01T10:00:00Z,cellar,12.75,2,true,
",
    )
data |> min() |> yield(name: "min")
data |> max(column: "n") |> yield(name: "max")
data |> last(column: "n") |> yield(name: "last")
// expect: #datatype,string,long,dateTime:RFC3339,string,double,long,boolean,string
// expect: #group,false,false,false,true,false,false,false,false
// expect: #default,min,,,,,,,
// expect: ,result,table,_time,room,_value,n,open,note
// expect: ,,0,2024-05-01T10:00:00Z,attic,19.25,-3,false,third
// expect: ,,1,2024-05-01T09:00:00Z,cellar,11.5,7,true,x
// expect:
// expect: #datatype,string,long,dateTime:RFC3339,string,double,long,boolean,string
// expect: #group,false,false,false,true,false,false,false,false
// expect: #default,max,,,,,,,
// expect: ,result,table,_time,room,_value,n,open,note
// expect: ,,0,2024-05-01T09:00:00Z,attic,,4,,
// expect: ,,1,2024-05-01T08:00:00Z,cellar,,7,,
// expect:
// expect: #datatype,string,long,dateTime:RFC3339,string,double,long,boolean,string
// expect: #group,false,false,false,true,false,false,false,false
// expect: #default,last,,,,,,,
// expect: ,result,table,_time,room,_value,n,open,note
// expect: ,,0,2024-05-01T10:00:00Z,attic,19.25,-3,false,third
// expect: ,,1,2024-05-01T10:00:00Z,cellar,12.75,2,true,
// expect:
