x = filter(fn: (r) => true)
