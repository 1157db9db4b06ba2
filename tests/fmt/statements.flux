@edition("2022.1")
package   demo // the package
import "array" import ts "date" // two on a line
@registry("fluxlang.dev")
import "http"
// Stays above the option.
option task={name:"hourly",every:1h,offset:5m}
option now=()=>2022-01-01T00:00:00Z
a=1
b=2 // beside b


c=3
f()
g()

h()
builtin native:(<-tables:stream[A],fn:(r:A)=>bool,?n:int)=>stream[A] where A:Record
builtin many:(a:int,b:int,c:int,d:int,e:{x:int,y:[string:time]})=>[{B with _value:A}] where A:Addable+Numeric,B:Record
testcase sums extends "mine/base_test.sums" {
super()
// Of its own.
x=1

testing.diff(got:x,want:y)
}
testcase nothing{}
@deprecated
old=1
// The end.
