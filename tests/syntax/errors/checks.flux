option a = 1
option b = a + 1
option a = 2

a = 3
c = <-
c = .label

f = (x=<-, y=<-) => {
    option z = 1
    x = 2
    return x
    y + 1
}
g = () => {}

return 5
