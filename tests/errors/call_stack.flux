// The calls that led to a failure.
share = (of, among) => of / among
each = (n) => share(of: 10, among: n)

each(n: 2)
each(n: 0)
