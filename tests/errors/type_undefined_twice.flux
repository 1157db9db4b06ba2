a = missing + 1
b = missing
