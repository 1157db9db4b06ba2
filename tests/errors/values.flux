// A text that is no number.
int(v: "12a")
