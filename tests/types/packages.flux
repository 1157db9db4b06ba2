// Members of packages and options.
import "date"
import "math"
import "strings"
import m "math"
import "timezone"

option now = () => 2021-01-01T00:00:00Z
option task = {name: "t", every: 1h}
option location = timezone.location(name: "Europe/Berlin")

pi = math.pi
also_pi = m.pi
floor = math.floor
rounded = math.round(x: 1.5)
upper = strings.toUpper(v: "a")
parts = strings.split(v: "a b", t: " ")
hour = date.hour(t: now())
hour_ago = date.hour(t: -1h)
hour_of = (t) => date.hour(t: t)
started = date.truncate(t: now(), unit: 1d)
convert = {i: int(v: "1"), f: float(v: 1), s: string(v: 1), t: time(v: 0), d: duration(v: "1h")}
area = (r) => math.pi * r ^ 2.0
trimmed = (s) => strings.trimSpace(v: strings.toLower(v: s))
shown = display(v: {a: 1})
moment = now()
frexp = math.frexp(f: 1.5)
mantissa = frexp.frac
task_name = task.name
