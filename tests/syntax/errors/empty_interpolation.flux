a = "value: ${}"
