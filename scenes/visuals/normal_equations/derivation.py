"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``: what keeps its name from one row to the next moves there.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# One point.
MISS = 'res("miss") = y - slope(a) x - intercept(b)'

# What the blocks say where both beams are level.
SHIFT_ROW = "{{B slope(a) : left}} {{+ : p}} {{N intercept(b) : middle}} {{= : e}} {{D : right}}"
TURN_ROW = "{{A slope(a) : left}} {{+ : p}} {{B intercept(b) : middle}} {{= : e}} {{C : right}}"

# Both times something, so that their terms with b are the same.
TIMES_B = """
{{B : f}} {{B slope(a) : left}} {{+ : p}} {{ {{B : g}} {{N intercept(b) : middle}} : same}}
{{= : e}} {{B : h}} {{D : right}}
"""
TIMES_N = """
{{A : left}} {{N : f}} {{slope(a) : left}} {{+ : p}}
{{ {{B : middle}} {{N : g}} {{intercept(b) : middle}} : same}} {{= : e}} {{C : right}} {{N : h}}
"""
# One minus the other; and the same with a in the place of b.
FREE = "(B B - A N) slope(a) {{= : e}} B D - C N"
SLOPE = "slope(a) {{= : e}} (B D - C N)/(B B - A N)"
INTERCEPT = "intercept(b) {{= : e}} (B C - D A)/(B B - A N)"
