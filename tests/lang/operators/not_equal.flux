// Whatever can be compared with == can be compared with !=.

[
    [1] != [2],
    [1] != [1],
    [[1]] != [[2]],
    {a: 1} != {a: 2},
    {a: 1} != {a: 1},
    bytes(v: "a") != bytes(v: "b"),
    bytes(v: "a") != bytes(v: "a"),
    [] != [],
]
// expect: [
// expect:     true,
// expect:     false,
// expect:     true,
// expect:     true,
// expect:     false,
// expect:     true,
// expect:     false,
// expect:     false
// expect: ]
