a = 1 + "x"
b = a + 2
c = b.d
e = 1 + 1.5
