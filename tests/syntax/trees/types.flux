builtin a : int
builtin b : A
builtin c : [string]
builtin d : [string: A]
builtin e : stream[A]
builtin f : vector[float]
builtin g : dynamic
builtin h : {a: int, "b c": [A]}
builtin i : {A with x: T}
builtin j : {}
builtin k : () => bool
builtin l : (a: A, ?b: B, ?c: C = .label, <-d: D) => A where A: Addable + Divisible, B: Record
builtin m : (<-: stream[A], fn: (r: A) => B,) => stream[B]
builtin n : (x: A) => (y: B) => C
