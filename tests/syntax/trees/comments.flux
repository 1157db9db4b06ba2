// a
x = // b
    1 // c
    + // d
    2

// e
y = [ // f
    1, // g
    2 // h
    , // i
    // j
]
f = (a, // k
    b) => { // l
    // m
    return a // n
    // o
}
// p
