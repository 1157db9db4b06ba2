ok = true || false
