// The script ends itself.
limit = 3
die(msg: "the limit is ${limit}")
