a = 1 + "x"
b = undefinedName
c = [1, "y"]
d = a + 1
