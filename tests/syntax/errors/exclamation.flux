ok = !true
