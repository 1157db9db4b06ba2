a = 1
b = 1.5
c = .5
d = 1.
e = "text"
f = "tab\tquote\"dollar\${x}byte\x41"
g = "$5 $"
h = 1h30m
i = 2mo1w3d4ms5us6µs7ns
j = 2021-01-01
k = 2021-01-01T00:00:00Z
l = 2021-01-01T02:00:00.123456789123+02:00
m = /a\/b[0-9]+/
n = true
o = 2021-1-1
p = 1500-01-01T23:59:60Z
q = "two
lines"
