import "string"

x = string.toUpper(v: "a")
