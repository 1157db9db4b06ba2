import "date"

h = date.hour(t: "12")
