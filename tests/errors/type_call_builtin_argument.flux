import "strings"

x = strings.toUpper(v: 1)
y = strings.joinStr(arr: [1, 2], v: ",")
