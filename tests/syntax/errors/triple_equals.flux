same = 1 === 1
