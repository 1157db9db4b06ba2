// Functions: parameters, defaults, pipes, blocks, functions as values.
identity = (x) => x
constant = () => 1
ignore = (x) => 1
first = (x, y) => x
apply = (f, x) => f(v: x)
compose = (f, g) => (x) => f(x: g(x: x))
twice = (f, x) => f(x: f(x: x))
optional = (a=1) => a
two_defaults = (a="x", b=2.5) => "${a}${b}"
bound_default = (a, b=1) => a + b
fits_body = (x=1) => x + 2
unused_default = (a, b="s") => a
piped = (x=<-) => x
piped_number = (x=<-) => x + 1
pipe_and_more = (t=<-, n, by=1) => t * n * by
block = (a) => {
    b = a + 1
    c = b * 2

    return c
}
inner = (a) => {
    f = (x) => [x, a]

    return f(x: a)
}
poly_inside = (a) => {
    id = (x) => x

    return {one: id(x: 1), text: id(x: "s"), a: id(x: a)}
}
call_record = (r) => r.f(x: 1)
takes_pipe = (f) => 1 |> f()
takes_pipe_and = (f, a) => a |> f(n: 2)
curry = (a) => (b) => (c) => a + b + c
curried = curry(a: 1)(b: 2)(c: 3)
add_one = curry(a: 1)(b: 0)
use_identity = {i: identity(x: 1), s: identity(x: "s")}
applied = apply(f: (v) => v + 1, x: 2)
composed = compose(f: (x) => "${x}", g: (x) => x + 1)
shorthand = (x, y) => first(x, y)
extra_optional = apply(f: (v, w=1) => v, x: 1)
map_two = (fn, a, b) => [fn(x: a), fn(x: b)]
choose = (a, b, pick) => if pick(a: a, b: b) then a else b
piped_chain = 1 |> piped_number() |> piped_number()
by_name = piped(x: "s")
default_function = (fn=(x) => x) => fn(x: 1)
later_default = (a=optional(), b=[]) => a
returns_function = (n) => (x) => x + n
same = (a, b) => {
    l = [a, b]

    return l[0]
}
shadow = (x) => {
    f = (x) => x + 1

    return f(x: 1)
}
nested_blocks = (a) => {
    g = (b) => {
        h = (c) => a + b + c

        return h
    }

    return g(b: a)(c: a)
}
expression_statement = (a) => {
    a + 1

    return a
}
