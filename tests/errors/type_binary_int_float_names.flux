count = 3
ratio = 0.5
x = ratio * count
y = count * ratio
