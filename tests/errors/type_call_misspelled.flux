f = (value, unit="s") => "${value}${unit}"
x = f(valeu: 1)
