"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# What the blocks say where both beams are level.
SHIFT_ROW = "{{D : points}} {{= : e}} {{N intercept(b) : intercept}} + {{B slope(a) : slope}}"
TURN_ROW = "{{C : points}} {{= : e}} {{B intercept(b) : intercept}} + {{A slope(a) : slope}}"

# The second N times, the first B times: both have as much of b, and what is left tells a.
N_TIMES_TURN = (
    "{{C {{N : factor}} : known}} {{= : e}} {{B {{N : factor}} intercept(b) : same}} "
    "+ {{A {{N : factor}} : times}} {{slope(a) : unknown}}"
)
B_TIMES_SHIFT = (
    "{{{{B : factor}} D : known}} {{= : e}} {{{{B : factor}} N intercept(b) : same}} "
    "+ {{{{B : factor}} B : times}} {{slope(a) : unknown}}"
)
LEFT = "C N - B D {{= : e}} (A N - B B) slope(a)"
SLOPE = "slope(a) {{= : e}} (C N - B D)/(A N - B B)"
INTERCEPT = "intercept(b) {{= : e}} (D - B slope(a))/N"
