option now = 2021-01-01T00:00:00Z
