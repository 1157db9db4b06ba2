// A package that gives up on an argument: the condition says on which.
import s "slack"

s.message(url: "http://127.0.0.1:1/", channel: "c", text: "t", color: "blue")
