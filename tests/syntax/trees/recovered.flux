a = 1

b = [1, 2 3]

c = 2
f = () => {
    d = )
    e = 3

    return e
}
