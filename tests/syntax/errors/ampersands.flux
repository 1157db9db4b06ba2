ok = true && false
