// An error deep inside a package names the argument of the call in the script.
import "contrib/sranka/teams"
import "internal/debug"

notify = (text) => teams.message(url: "http://127.0.0.1:1/", title: "t", text: text)

notify(text: debug.null(type: "string"))
