a = "\xc3"
