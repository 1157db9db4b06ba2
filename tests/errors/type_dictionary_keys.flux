x = [true: 1]
y = [[1]: "a"]
