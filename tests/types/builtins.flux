// Type expressions of all forms.
builtin plain : int
builtin basics : {a: bool, b: int, c: uint, d: float, e: string, f: duration, g: time, h: regexp, i: bytes}
builtin function : (a: int, ?b: string, <-c: float) => bool
builtin piped_only : (<-: A) => A
builtin arrays : [[int]]
builtin dictionary : [string:[int]]
builtin streaming : (<-tables: stream[A], n: int) => stream[B] where A: Record, B: Record
builtin row : {A with x: int, "b c": B} where B: Addable + Divisible
builtin higher : (fn: (x: A) => B, <-arr: [A]) => [B]
builtin any : dynamic
builtin vectors : (v: vector[A]) => vector[float]
builtin kinds : (a: A, b: B, c: C, d: D, e: E, f: F) => G
    where
    A: Addable + Subtractable + Divisible + Numeric,
    B: Comparable + Equatable + Nullable,
    C: Negatable,
    D: Timeable,
    E: Stringable,
    F: Basic,
    G: Record

applied = [1, 2] |> higher(fn: (x) => x + 1)
member = row.x
other = any.name.deeper
called = function(a: 1, c: 1.5)
through = streaming(tables: from(bucket: "b"), n: 1)
kinded = (x) => kinds(a: x, b: x, c: 1, d: 1h, e: "s", f: /a/)
