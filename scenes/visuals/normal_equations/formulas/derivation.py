"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``: what keeps its name from one row to the next moves there.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# What the blocks say where both beams are level.
SHIFT_ROW = "{{D : points}} {{= : e}} {{N intercept(b) : intercept}} + {{B slope(a) : slope}}"
TURN_ROW = "{{C : points}} {{= : e}} {{B intercept(b) : intercept}} + {{A slope(a) : slope}}"

# The second N times, the first B times: both have as much of b, and what is left tells a.
N_TIMES_TURN = (
    "{{C {{N : factor}} : known}} {{= : e}} {{B {{N : factor}} intercept(b) : same}} "
    "{{+ : plus}} {{A {{N : factor}} : times}} {{slope(a) : unknown}}"
)
B_TIMES_SHIFT = (
    "{{{{B : factor}} D : known}} {{= : e}} {{{{B : factor}} N intercept(b) : same}} "
    "{{+ : plus}} {{{{B : factor}} B : times}} {{slope(a) : unknown}}"
)
LEFT = (
    "{{{{C N : known0}} - {{B D : known1}} : top}} {{= : e}} "
    "({{{{A N : times0}} - {{B B : times1}} : bottom}}) {{slope(a) : unknown}}"
)
SLOPE = "{{slope(a) : unknown}} {{= : e}} ({{C N - B D : top}})/({{A N - B B : bottom}})"
INTERCEPT = "intercept(b) {{= : e}} (D - B slope(a))/N"
