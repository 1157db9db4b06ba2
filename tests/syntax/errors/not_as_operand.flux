a = b == not c
