// An address that cannot be asked, behind which a package puts a path.
import "contrib/sranka/sensu"

sensu.event(url: "", apiKey: "k", checkName: "c", text: "t")
