// Every definition is general, parameters are not.
id = (x) => x
a = id(x: 1)
b = id(x: "s")
c = id(x: id)
d = id(x: id)(x: 2.0)
pair = (x, y) => ({x, y})
e = pair(x: 1, y: id)
f = e.y(x: true)
list = []
g = [list, [1]]
h = [list, ["s"]]
k = (u) => u
l = (v) => k(u: v)
m = (fn) => fn(x: 1)
n = m(fn: id)
o = (fn) => ({i: fn(x: 1), j: fn(x: 2)})
p = (x) => {
    y = x

    return [y, 1]
}
q = (x) => {
    f = (y) => [x, y]

    return f
}
r = q(x: 1)
s = (x) => {
    f = (y) => y

    return {a: f(y: x), b: f(y: 1)}
}
t = if true then id else ((x) => x)
u = [id, (x) => x + 1]
v = [id][0]
x = (a) => (b) => a
y = x(a: 1)(b: "s")
z = {f: id, g: pair}
