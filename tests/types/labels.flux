// Labels as values and as variables in records (feature labelPolymorphism).
builtin columns : (table: A, ?column: C) => {C: string} where A: Record, C: Label
builtin fill : (<-tables: [{A with C: B}], ?column: C = .value, value: B) => [{A with C: B}] where A: Record, C: Label
builtin rename : (r: {A with L: B}, from: L, to: M) => {A with M: B} where L: Label, M: Label

label = .name
quoted = ."b c"
same = if true then .a else .a
made = columns(table: {}, column: .abc)
of_made = made.abc
filled = fill(tables: [{a: 1, b: "s"}], column: .a, value: 2)
filled_default = fill(tables: [{value: 1.5}], value: 2.0)
renamed = rename(r: {x: 1, y: "s"}, from: .x, to: .z)
of_renamed = renamed.z + 1
