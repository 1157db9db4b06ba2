f = (x) => {
    a = x +
    b = (x * 2
    c = [x, x]

    return a && b
}

g = f(x: 1)
