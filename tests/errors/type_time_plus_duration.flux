start = 2021-01-01T00:00:00Z
end = start + 1h
