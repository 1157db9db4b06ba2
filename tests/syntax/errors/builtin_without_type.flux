builtin f

a = 1
