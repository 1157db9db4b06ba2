level = (v) => if v > 1.0 then "high" else 0
