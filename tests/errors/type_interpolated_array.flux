x = "values: ${[1, 2]}"
