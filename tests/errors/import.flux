// A package that does not exist.
import "string"

string.toUpper(v: "a")
