data = from(bucket: "b")
first = data[0]
