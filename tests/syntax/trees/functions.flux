a = () => 1
b = (x) => x
c = (x, y=2, tables=<-,) => x + y
d = (r) => ({r with a: 1})
e = (r) => {
    x = r.a
    f(x: x)

    return x
}
f = (x) => (y) => x + y
g = (x=(y) => y, z=[1, 2]) => x(y: z)
h = f
(x: 4)
i = ((x) => x)(x: 1)
j = (x)
k = f(x, y)
l = f(x: 1, y: 2,)
m = f()()
n = a or (r) => b or c
