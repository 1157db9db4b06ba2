[{a: 1}] |> filter(fn: (r) => r.a == 1)
