f = () => {
    import "math"

    return math.pi
}
