// What tests and debugging use; what was moved elsewhere says so.
// args: --format plain-csv
import "array"
import "date/boundaries"
import "experimental"
import "experimental/dynamic"
import "internal/debug"
import "internal/testutil"
import "contrib/sranka/sensu"
import "pagerduty"
import "strings"

moved = (fn) => strings.hasSuffix(v: experimental.catch(fn: fn).msg, suffix: "has been moved to 'experimental/date/boundaries'")

array.from(rows: [{x: 1}]) |> debug.sink() |> yield(name: "sink")
array.from(
    rows: [
        {
            a: string(v: debug.getOption(pkg: "internal/debug", name: "vectorize")),
            b: string(v: testutil.makeRecord(o: {n: 1}).n) + testutil.makeAny(typ: "string"),
            c: testutil.yield(v: "yielded"),
            d: strings.hasSuffix(v: experimental.catch(fn: () => testutil.fail()).msg, suffix: ": fail"),
            e: string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: {a: 1}))),
            f: sensu.toSensuName(v: "a b/c"),
            g: pagerduty.actionFromSeverity(severity: "ok") + pagerduty.actionFromSeverity(severity: "warning"),
            h:
                moved(fn: () => boundaries.monday()) and moved(fn: () => boundaries.tuesday()) and moved(
                        fn: () => boundaries.wednesday(),
                    ) and moved(fn: () => boundaries.thursday()) and moved(fn: () => boundaries.friday()) and moved(
                        fn: () => boundaries.saturday(),
                    ) and moved(fn: () => boundaries.sunday()) and moved(fn: () => boundaries.month()) and moved(
                        fn: () => boundaries.week(),
                    ),
        },
    ],
)
// expect: a,b,c,d,e,f,g,h
// expect: false,1foo,yielded,true,"{""a"":1}",a_b_c,resolvetrigger,true
