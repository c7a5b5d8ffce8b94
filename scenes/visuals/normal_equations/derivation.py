"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``: what keeps its name from one row to the next moves there.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# What the blocks say where both beams are level.
SHIFT_ROW = "{{D : points}} {{= : e}} {{N intercept(b) : intercept}} + {{B slope(a) : slope}}"
TURN_ROW = "{{C : points}} {{= : e}} {{B intercept(b) : intercept}} + {{A slope(a) : slope}}"

# Both times something, so that their terms with b are the same.
TIMES_B = "B D {{= : e}} {{B N intercept(b) : same}} + B B slope(a)"
TIMES_N = "C N {{= : e}} {{B N intercept(b) : same}} + A N slope(a)"
# The second minus the first: the larger is above.
REST_OF_POINTS, REST_OF_LINE = "point(C N - B D)", "slope((A N - B B) a)"
FREE = f"{{{{ {REST_OF_POINTS} : points}}}} {{{{= : e}}}} {{{{ {REST_OF_LINE} : line}}}}"
SLOPE = "slope(a) {{= : e}} (C N - B D)/(A N - B B)"
INTERCEPT = "intercept(b) {{= : e}} (D - B slope(a))/N"
