f = (r) => {value: r.x, other: 1}

g = (r) => {r with value: 1}
