x = 1 and true
y = false or "s"
