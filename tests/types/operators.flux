// What operators ask of their operands and what they give.
add = (a, b) => a + b
sub = (a, b) => a - b
mul = (a, b) => a * b
div = (a, b) => a / b
rem = (a, b) => a % b
pow = (a, b) => a ^ b
eq = (a, b) => a == b
ne = (a, b) => a != b
lt = (a, b) => a < b
gt = (a, b) => a > b
le = (a, b) => a <= b
ge = (a, b) => a >= b
like = (a, b) => a =~ b
unlike = (a, b) => a !~ b
both = (a, b) => a and b
either = (a, b) => a or b
negate = (a) => not a
minus = (a) => -a
plus = (a) => +a
there = (a) => exists a
show = (a) => "${a}"
choose = (c, a, b) => if c then a else b
at = (a, i) => a[i]
key = (a) => a["b c"]
name = (a) => a.x
ints = 1 + 2 * 3 - 4
floats = 1.5 / 2.0
words = "a" + "b"
joined = "a" == "b" and not (1 < 2)
power = 2 ^ 3
negative = -1h
any = [1] == [2]
mixed = 1 == "a"
sum_of_three = (a, b, c) => a + b + c
average = (a, b) => (a + b) / 2.0
between = (x, low, high) => x >= low and x <= high
all_kinds = (a) => a + a - a * a
recursive_if = (n) => if n > 0 then n else -n
equal_records = (a, b) => a.x == b.x
