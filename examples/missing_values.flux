// A null is no value: comparisons with it are null, and filter drops such rows. `exists` asks for it.
import "csv"

readings =
    csv.from(
        csv: "#datatype,string,long,string,double
#group,false,false,false,false
#default,_result,,,
,result,table,sensor,_value
,,0,a,20.5
,,0,b,
,,0,c,-4
",
    )

readings
    |> filter(fn: (r) => r._value > 0.0)
    |> yield(name: "above zero")

readings
    |> map(fn: (r) => ({r with state: if not exists r._value then "silent" else if r._value < 0.0 then "frost" else "ok"}))
    |> yield(name: "states")
