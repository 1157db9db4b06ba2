// Records: members, rows with an unknown rest, extension.
get = (r) => r.a
get_two = (r) => r.a + r.b
get_deep = (r) => r.a.b.c
get_both = (r) => ({first: r.a, second: r.a.b})
extend = (r) => ({r with z: 1})
extend_by = (r, v) => ({r with z: v})
replace = (r) => ({r with a: "new"})
update = (r) => ({r with a: r.a + 1})
rename = (r) => ({a: r.x, b: r.y})
swap = (r) => ({r with a: r.b, b: r.a})
base = {a: 1, b: "s"}
more = {base with c: 2.0}
over = {base with a: "t"}
over_value = over.a
label = base["a"]
quoted = ({"b c": 1})["b c"]
of_get = get(r: {a: 1, b: 2})
of_extend = extend(r: base)
of_update = update(r: {a: 1, c: true})
call_member = (r) => r.fn(a: r.a)
condition = (r) => if exists r.a then r.a else r.b
compare = (r, s) => r.a == s.a
list = (r) => [r.a, r.b, 0]
both_ways = (r) => ({r with n: {r with m: 1}})
through = (r) => {
    s = {r with a: 1}

    return s.a
}
keep_rest = (r) => {
    s = {r with a: 1}

    return s.b
}
of_through = through(r: {q: 1})
of_keep_rest = keep_rest(r: {b: "x"})
pair = (a, b) => ({a, b})
of_pair = pair(a: 1, b: "s")
functions = {inc: (x) => x + 1, id: (x) => x}
used = functions.inc(x: 1)
used_id = functions.id(x: "s")
same_rows = (r, s) => [r, s]
unify_rows = (a, b) => [{a with x: 1}, {b with y: 2}]
