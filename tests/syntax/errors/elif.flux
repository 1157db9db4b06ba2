a = if x then 1 elif y then 2 else 3
