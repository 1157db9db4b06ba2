a = "value: ${x"
