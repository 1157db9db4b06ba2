same = ((a) => a) == ((a) => a)
