// experimental/bitwise is bitwise under other names; floats and their bits.
import "dict"
import "experimental/bitwise"
import "math"
import "strings"

u = (v) => uint(v: v)

"${bitwise.sand(a: 12, b: 10)} ${bitwise.sor(a: 12, b: 10)} ${bitwise.sxor(a: 12, b: 10)} ${bitwise.sclear(a: 12, b: 10)} ${bitwise.snot(a: 12)} ${bitwise.slshift(
    a: 12,
    b: 2,
)} ${bitwise.srshift(a: -12, b: 2)} ${bitwise.uand(a: u(v: 12), b: u(v: 10))} ${bitwise.uor(a: u(v: 12), b: u(v: 10))} ${bitwise.uxor(
    a: u(v: 12),
    b: u(v: 10),
)} ${bitwise.uclear(a: u(v: 12), b: u(v: 10))} ${bitwise.unot(a: u(v: 0))} ${bitwise.ulshift(
    a: u(v: 12),
    b: u(v: 2),
)} ${bitwise.urshift(a: u(v: 12), b: u(v: 2))} ${math.atan2(y: 1.0, x: 1.0)} ${math.float64bits(f: 1.0)} ${math.float64frombits(
    b: u(v: 4611686018427387904),
)} ${math.nextafter(x: 1.0, y: 2.0)} ${math.sincos(x: 0.0).cos} ${strings.indexAny(v: "golang", chars: "ny")} ${strings.lastIndex(
    v: "go gopher",
    substr: "go",
)} ${strings.lastIndexAny(v: "golang", chars: "lg")} ${dict.get(
    dict: dict.remove(dict: ["a": 1, "b": 2], key: "a"),
    key: "a",
    default: 0,
)}"
// expect: 8 14 6 4 -13 48 -3 8 14 6 4 18446744073709551615 48 3 0.7853981633974483 4607182418800017408 2 1.0000000000000002 1 4 3 5 0
