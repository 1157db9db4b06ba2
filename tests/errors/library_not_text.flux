// Of several values that were put together, the one that is no text is at fault.
import "contrib/sranka/telegram"
import "experimental/json"

token = json.parse(data: bytes(v: "5"))

telegram.message(token: token, channel: "c", text: "t")
