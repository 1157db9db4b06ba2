x = 1h + 30m
