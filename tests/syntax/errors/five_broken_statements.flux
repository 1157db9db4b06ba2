import "array"

first = array.from(rows: [{a: 1 b: 2}])

second = (r) => r.value >

third = {x: 1, y: 2}

fourth = if third.x == 1 the 2 else 3

fifth = f(1, 2)

option sixth 5

good = third.y

seventh = "no \q escape"
