f = (a) => {
    b = a + 1
    c = b + "s"

    return c
}
