// labelReplace sets, keeps and removes a label; what is left has the key and the value.
// args: --format csv
import "array"
import "internal/promql"

data = () =>
    array.from(rows: [{src: "host:80", dst: "d", other: "o", _value: 1.0}])
        |> group(columns: ["src", "dst"])

data() |> promql.labelReplace(source: "src", destination: "dst", regex: "(.*):.*", replacement: "$1")
data() |> promql.labelReplace(source: "src", destination: "dst", regex: "host", replacement: "x") |> yield(name: "whole")
data() |> promql.labelReplace(source: "src", destination: "dst", regex: ".*", replacement: "") |> yield(name: "none")
data() |> promql.labelReplace(source: "no", destination: "new", regex: "", replacement: "n") |> yield(name: "absent")
// expect: #datatype,string,long,string,string,double
// expect: #group,false,false,true,true,false
// expect: #default,_result,,,,
// expect: ,result,table,src,dst,_value
// expect: ,,0,host:80,host,1
// expect:
// expect: #datatype,string,long,string,string,double
// expect: #group,false,false,true,true,false
// expect: #default,whole,,,,
// expect: ,result,table,src,dst,_value
// expect: ,,0,host:80,d,1
// expect:
// expect: #datatype,string,long,string,double
// expect: #group,false,false,true,false
// expect: #default,none,,,
// expect: ,result,table,src,_value
// expect: ,,0,host:80,1
// expect:
// expect: #datatype,string,long,string,string,string,double
// expect: #group,false,false,true,true,true,false
// expect: #default,absent,,,,,
// expect: ,result,table,src,dst,new,_value
// expect: ,,0,host:80,d,n,1
// expect:
