a = from(bucket: "a")
b = union(tables: a)
