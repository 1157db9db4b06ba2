import "strings"

x = strings.hasPrefix(V: "abc", PREFIX: "a")
