"""The formulas on the way from epsilon(a, b) to the closed form, and their parts by name.

A part is written ``{{term : name}}``. What the terms of a formula are made of is named where they
travel (see the film). A derivative is written without "= 0": that comes when it is true.
"""

EPSILON = "res(epsilon) = sum (y - (slope(a) x + intercept(b)))^2"

GRADIENT = r"""
{{(partial res(epsilon))/(partial slope(a)) : d1}} &{{= : e1}} {{- : n1}} {{2 : k1}} {{sum : S1}}
{{x : o1}} {{({{y : y1}} - ({{slope(a) x : ax1}} + {{intercept(b) : b1}})) : in1}} {{= 0 : z1}} \
{{(partial res(epsilon))/(partial intercept(b)) : d2}} &{{= : e2}} {{- : n2}} {{2 : k2}}
{{sum : S2}} {{({{y : y2}} - ({{slope(a) x : ax2}} + {{intercept(b) : b2}})) : in2}} {{= 0 : z2}}
"""

# What the second row says of the mean, when it is 0 and divided by N.
MEAN = "overline(y) = slope(a) overline(x) + intercept(b)"

MULTIPLIED = r"""
{{sum x y : s1}} &{{- : m1}} {{slope(a) sum x^2 : t1}} {{- : n1}} {{intercept(b) sum x : u1}}
{{= 0 : z1}} \
{{sum y : s2}} &{{- : m2}} {{slope(a) sum x : t2}} {{- : n2}} {{intercept(b) N : u2}}
{{= 0 : z2}}
"""

SPLIT = r"""
{{ {{sum x^2 : A}} dot {{slope(a) : a1}} : t1}} &{{+ : p1}}
{{ {{sum x : B}} dot {{intercept(b) : b1}} : u1}} {{= : e1}} {{sum x y : C}} \
{{ {{sum x : B2}} dot {{slope(a) : a2}} : t2}} &{{+ : p2}}
{{ {{N : N}} dot {{intercept(b) : b2}} : u2}} {{= : e2}} {{sum y : D}}
"""

LETTERS = r"""
{{A : A}} {{slope(a) : a1}} &{{+ : p1}} {{B : B}} {{intercept(b) : b1}} {{= : e1}} {{C : C}} \
{{B : B2}} {{slope(a) : a2}} &{{+ : p2}} {{N : N}} {{intercept(b) : b2}} {{= : e2}} {{D : D}}
"""

# What row 1 is taken times, so that it holds N b as row 2 does.
FACTOR = "dot N/B"

MINUS = """
{{({{B : r1}} - {{A : t1}} N/B) : kept}} {{slope(a) : a}} {{+ : p}}
{{({{N : r2}} - {{ {{B : t2}} N/B : g}}) : gone}} {{intercept(b) : b}}
{{= : e}} {{ {{D : r3}} - {{C : t3}} N/B : right}}
"""
# Which letters of the two rows go where in it.
SUBTRACTED = "B2>r1 A>t1 a2>a p2>p N>r2 B>t2 b2>b e2>e D>r3 C>t3"

ALONE = """
{{(B - A N/B) : kept}} {{slope(a) : a}} {{= : e}} {{D - C N/B : right}}
"""
# Between the row with one unknown and the result: times B, and multiplied out.
TIMES = """
{{B : l}} {{(B - A N/B) : kept}} {{slope(a) : a}} {{= : e}}
{{B : r}} {{(D - C N/B) : right}}
"""
FREE = """
{{(B B - A N) : left}} {{slope(a) : a}} {{= : e}} {{B D - C N : all}}
"""
SLOPE = """
{{slope(a) : a}} {{= : e}} {{an(B D - C N) : all}}/{{ad(B B - A N) : left}}
"""

# Row 2 once more: the height at x = 0, and the same with a put in.
FROM_MEAN = """
{{intercept(b) : b}} {{= : e}} {{(D - B slope(a))/N : all}}
"""
INTERCEPT = """
{{intercept(b) : b}} {{= : e}} {{bn(B C - D A) : all}}/{{bd(B B - A N) : left}}
"""
