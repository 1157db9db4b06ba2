a = 1 + 2 * 3 ^ 4 ^ 5 - 6 / 7 % 8
b = -x |> f()
c = -2 ^ 2
d = a + b |> f() |> g()
e = not a == b and c or d
f = exists r.a and r.b
g = --1
h = - -x.y(z: 1)[0]
i = a < b == c >= d != e <= f > g
j = s =~ /x/ and s !~ /y/
k = not not exists a
l = a / b / c
m = 8
-d
n = (1 + 2) * 3
