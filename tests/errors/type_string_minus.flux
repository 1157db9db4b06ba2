x = "abc" - "b"
