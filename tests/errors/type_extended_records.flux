import "array"

room = {tags: 1, name: "attic"}
rooms = [{room with tags: 2}, room]
same = [room, {room with tags: 2}]
marked = (r) => if r.hot then {r with tags: 2} else r

array.from(rows: [{value: 1}])
    |> reduce(identity: {sum: 0}, fn: (r, accumulator) => ({accumulator with sum: accumulator.sum + r.value}))
