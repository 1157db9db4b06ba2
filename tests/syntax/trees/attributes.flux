@edition("2022.1")
package foo

@feature
import "a"

@one(1, "two")
@two()
x = 1
@three
f(x: 1)
