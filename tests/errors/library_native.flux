// A function in C++ is named as the script writes it.
import d "date"
import "internal/debug"

d.second(t: debug.null(type: "time"))
