// An answer of InfluxDB 1: a table for each field of each series; nulls are left out.
// args: --format csv
import "influxdata/influxdb/v1"

v1.json(
    json:
        "{\"results\":[{\"statement_id\":0,\"series\":[{\"name\":\"cpu\",\"tags\":{\"host\":\"a\",\"az\":\"1\"},\"columns\":[\"time\",\"load\",\"state\",\"none\"],\"values\":[[\"2020-01-01T00:00:00Z\",1.5,\"ok\",null],[\"2020-01-01T00:00:10.5Z\",null,\"bad\",null]]},{\"columns\":[\"key\"],\"values\":[[true]]}]}]}",
)
// expect: #datatype,string,long,dateTime:RFC3339,string,string,string,string,double
// expect: #group,false,false,false,true,true,true,true,false
// expect: #default,_result,,,,,,,
// expect: ,result,table,_time,_measurement,az,host,_field,_value
// expect: ,,0,2020-01-01T00:00:00Z,cpu,1,a,load,1.5
// expect:
// expect: #datatype,string,long,dateTime:RFC3339,string,string,string,string,string
// expect: #group,false,false,false,true,true,true,true,false
// expect: #default,_result,,,,,,,
// expect: ,result,table,_time,_measurement,az,host,_field,_value
// expect: ,,1,2020-01-01T00:00:00Z,cpu,1,a,state,ok
// expect: ,,1,2020-01-01T00:00:10.5Z,cpu,1,a,state,bad
// expect:
// expect: #datatype,string,long,string,boolean
// expect: #group,false,false,true,false
// expect: #default,_result,,,
// expect: ,result,table,_field,_value
// expect: ,,2,key,true
// expect:
