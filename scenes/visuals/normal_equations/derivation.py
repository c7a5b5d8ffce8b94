"""The formulas on the way from epsilon(a, b) to the best line, and their parts by name.

A part is written ``{{term : name}}``: what keeps its name from one row to the next moves there.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

# The derivatives, and what the first one is where its beam is level.
BY_INTERCEPT = """
(partial res(epsilon))/(partial intercept(b)) {{= : e}} -2 sum
(y - (slope(a) x + intercept(b))) {{= 0 : zero}}
"""
BY_SLOPE = """
(partial res(epsilon))/(partial slope(a)) {{= : e}} -2 sum {{x : lever}}
(y - (slope(a) x + intercept(b)))
"""

# Both beams in letters.
SHIFT_ROW = (
    "{{B : rb}} {{slope(a) : a}} {{+ : p}} {{N : rn}} {{intercept(b) : b}} {{= : e}} {{D : rd}}"
)
TURN_ROW = (
    "{{A : ra}} {{slope(a) : a}} {{+ : p}} {{B : rb}} {{intercept(b) : b}} {{= : e}} {{C : rc}}"
)

# The first gives b for every a; that b in the second leaves a alone.
INTERCEPT = """
{{intercept(b) : b}} {{= : e}}
{{({{D : rd}} {{- : p}} {{B : rb}} {{slope(a) : a}})/{{N : rn}} : all}}
"""
PUT_IN = """
{{A : ra}} {{slope(a) : a}} {{+ : p}} {{B : rb}} {{(D - B slope(a))/N : all}} {{= : e}} {{C : rc}}
"""
TIMES = """
{{A N : an}} {{slope(a) : a}} {{+ : p}} {{B D : bd}} {{- : m}} {{B B : bb}} {{slope(a) : a2}}
{{= : e}} {{C N : cn}}
"""
FREE = """
{{({{B B : bb}} {{- : m}} {{A N : an}}) : left}} {{slope(a) : a}} {{= : e}}
{{ {{B D : bd}} - {{C N : cn}} : all}}
"""
SLOPE = """
{{slope(a) : a}} {{= : e}} {{B D - C N : all}}/{{B B - A N : left}}
"""
