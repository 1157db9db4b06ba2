// Where there are not enough samples, the table is left without rows.
// args: --format csv
import "array"
import "internal/promql"

one =
    array.from(rows: [{_time: 2020-01-01T00:00:10Z, _value: 5.0}])
        |> range(start: 2020-01-01T00:00:00Z, stop: 2020-01-01T00:01:00Z)

one |> promql.instantRate()
promql.emptyTable() |> yield(name: "empty")
// expect: #datatype,string,long,dateTime:RFC3339,dateTime:RFC3339
// expect: #group,false,false,true,true
// expect: #default,_result,0,2020-01-01T00:00:00Z,2020-01-01T00:01:00Z
// expect: ,result,table,_start,_stop
// expect:
// expect: #datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double
// expect: #group,false,false,true,true,false,false
// expect: #default,empty,0,1754-08-30T22:43:41.128654848Z,1754-08-30T22:43:41.128654848Z,,
// expect: ,result,table,_start,_stop,_time,_value
// expect:
