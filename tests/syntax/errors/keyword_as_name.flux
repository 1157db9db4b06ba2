and = 1

return = 2
