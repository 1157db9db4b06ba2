a = x > 1 ? "high" : "low"
