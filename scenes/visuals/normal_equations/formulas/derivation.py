"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``: what keeps its name from one row to the next moves there.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# What the blocks say where both beams are level.
SHIFT_ROW = "{{D : points}} {{= : e}} {{N intercept(b) : intercept}} + {{B slope(a) : slope}}"
TURN_ROW = "{{C : points}} {{= : e}} {{B intercept(b) : intercept}} + {{A slope(a) : slope}}"

# One unknown taken out of them, and what that leaves.
SLOPE = "slope(a) {{= : e}} (C N - B D)/(A N - B B)"
INTERCEPT = "intercept(b) {{= : e}} (D - B slope(a))/N"
