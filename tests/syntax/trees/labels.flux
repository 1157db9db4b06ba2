a = f(column: .name, other: ."two words")
b = .x
