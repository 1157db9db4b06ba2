// Arrays, dictionaries, index.
import "array"
import "dict"

one = (x) => [x]
with_int = (x) => [x, 1]
element = (x) => x[0]
element_of = [1, 2][1]
two_deep = [[1]][0][0]
dictionary = (k) => [k: 1]
dictionary_of = (k, v) => [k: v]
same_keys = (k) => [k: 1, "a": 2]
ages = ["bob": 3]
looked_up = dict.get(dict: ages, key: "x", default: 0)
inserted = dict.insert(dict: ages, key: "y", value: 1)
from_list = dict.fromList(pairs: [{key: 1, value: "a"}])
mapped = array.map(arr: [1, 2], fn: (x) => "${x}")
filtered = [1, 2] |> array.filter(fn: (x) => x > 1)
joined = array.concat(arr: [1], v: [2])
empty = []
ints = array.concat(arr: empty, v: [1])
texts = array.concat(arr: empty, v: ["x"])
rows = array.map(arr: [1], fn: (x) => ({x: x, square: x * x}))
stream = array.from(rows: rows)
length_of = length(arr: [1])
has = contains(value: 1, set: [1, 2])
index = (a, i) => a[i] + 1
pick = (a) => a[length(arr: a) - 1]
nested = [{a: [1]}, {a: []}]
of_functions = [(x) => x + 1][0](x: 2)
