"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``: what keeps its name from one row to the next moves there.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# What a small turn adds to a square, or takes from it.
STRIP = 'approx 2 dot res("miss") dot x dot slope("turn")'

# What the columns of misses sum up to: a derivative divided by -2. Only the first one is 0.
OF_SHIFT = "sum (y - (slope(a) x + intercept(b))) = 0"
OF_TURN = "sum x (y - (slope(a) x + intercept(b))) eq.not 0"

# What the blocks say: the first beam is level, the second is not yet.
SHIFT_ROW = "B slope(a) + N intercept(b) {{= : e}} D"
TIPPED = """
{{A : ra}} {{slope(a) : a}} {{+ : p}} {{B : rb}} {{intercept(b) : b}} {{eq.not : e}} {{C : rc}}
"""

# The first gives b for every a; that b in the second leaves a alone. It is not the right a yet.
INTERCEPT = """
intercept(b) {{= : e}} {{(D - B slope(a))/N : all}}
"""
PUT_IN = """
{{A : ra}} {{slope(a) : a}} {{+ : p}} {{B : rb}} dot {{(D - B slope(a))/N : all}} {{eq.not : e}}
{{C : rc}}
"""
FREE = "(B B - A N) slope(a) {{eq.not : e}} B D - C N"
UNSOLVED = "slope(a) {{eq.not : e}} (B D - C N)/(B B - A N)"
# Once the line has been turned there.
SLOPE = "slope(a) {{= : e}} (B D - C N)/(B B - A N)"
