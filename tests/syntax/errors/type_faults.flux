builtin f : (x: ) => int
builtin g : [int
builtin h : {a int}
builtin i : A where A Addable
