ages = ["bob": 3, "eve": "four"]
