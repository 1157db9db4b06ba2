// A conversion inside a package of the value that the script gave.
import "contrib/bonitoo-io/victorops"

victorops.alert(url: "http://127.0.0.1:1/", messageType: "INFO", timestamp: "soon")
