builtin f : (a: intt) => A where A: Addible
