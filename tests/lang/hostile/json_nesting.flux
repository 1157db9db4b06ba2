// JSON of 10,000 levels is read, shown, compared and written; of 1,000,000 levels it is refused.
import "experimental"
import "experimental/dynamic"
import ej "experimental/json"
import "json"
import "strings"

arrays = (n) => bytes(v: strings.repeat(v: "[", i: n) + "1" + strings.repeat(v: "]", i: n))
objects = (n) => bytes(v: strings.repeat(v: "{\"a\":", i: n) + "1" + strings.repeat(v: "}", i: n))

length_of = (v) => strings.strlen(v: string(v: v))
problem = (fn) => {
    tried = experimental.catch(fn: fn)

    return strings.containsStr(v: tried.msg, substr: "exceeded max depth")
}

a = ej.parse(data: arrays(n: 10000))
o = ej.parse(data: objects(n: 10000))

{
    shown: strings.strlen(v: display(v: a)),
    equal: a == ej.parse(data: arrays(n: 10000)) and o == ej.parse(data: objects(n: 10000)),
    encoded: length_of(v: json.encode(v: a)) + length_of(v: json.encode(v: o)),
    dynamic: length_of(v: dynamic.jsonEncode(v: dynamic.jsonParse(data: objects(n: 10000)))),
    refused:
        problem(fn: () => ej.parse(data: arrays(n: 1000000)))
            and problem(
                fn: () => ej.parse(data: objects(n: 1000000)),
            )
            and problem(fn: () => dynamic.jsonParse(data: objects(n: 1000000))),
}
// expect: {
// expect:     dynamic: 60001,
// expect:     encoded: 80002,
// expect:     equal: true,
// expect:     refused: true,
// expect:     shown: 20001
// expect: }
