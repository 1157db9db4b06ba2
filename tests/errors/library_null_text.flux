// What a package puts together with other texts for a header of its request.
import "contrib/sranka/webexteams"
import "internal/debug"

token = debug.null(type: "string")

webexteams.message(token: token, roomId: "r", text: "t", markdown: "")
