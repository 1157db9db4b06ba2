// Two tables of different keys may differ in the type of a column, also after many schemas.
// args: --format plain-csv
import "array"
import "csv"
import "strings"

numbers = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65,
]
table = (number, type, column, value) =>
    "#datatype,string,long,string,${type},long
#group,false,false,true,false,false
#default,_result,,,,
,result,table,k,${column},v
,,${number},k${number},${value},1

"
many = strings.joinStr(arr: array.map(arr: numbers, fn: (x) => table(number: x, type: "long", column: "c${x}", value: "1")), v: "")
two = table(number: 66, type: "long", column: "x", value: "1") + table(number: 67, type: "string", column: "x", value: "a")

csv.from(csv: many + two)
    // The whole row is asked for, so that no column is left out before.
    |> reduce(identity: {n: 0, s: ""}, fn: (r, accumulator) => ({n: accumulator.n + r.v, s: display(v: r)}))
    |> filter(fn: (r) => r.k == "k66" or r.k == "k67")
    |> group()
    |> keep(columns: ["k", "s"])
// expect: k,s
// expect: k66,"{k: k66, v: 1, x: 1}"
// expect: k67,"{k: k67, v: 1, x: a}"
