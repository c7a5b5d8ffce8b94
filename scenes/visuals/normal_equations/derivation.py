"""The formulas on the way from epsilon(a, b) to the closed form, and their parts by name.

A part is written ``{{term : name}}``. Each formula is written below the one before: what its
terms are made of is named where they travel (see the film).
"""

from dataclasses import dataclass

EPSILON = (
    "{{res(epsilon) : eps}} = {{sum : S}} {{(y - (slope(a) {{x : x}} + intercept(b))) : in}}"
    "^{{2 : two}}"
)

GRADIENT = r"""
{{(partial res(epsilon))/(partial slope(a)) : d1}} &{{= : e1}} {{- : n1}} {{2 : k1}} {{sum : S1}}
{{x : o1}} {{({{y : y1}} - ({{slope(a) x : ax1}} + {{intercept(b) : b1}})) : in1}} &&{{= 0 : z1}} \
{{(partial res(epsilon))/(partial intercept(b)) : d2}} &{{= : e2}} {{- : n2}} {{2 : k2}}
{{sum : S2}} {{({{y : y2}} - ({{slope(a) x : ax2}} + {{intercept(b) : b2}})) : in2}} &&{{= 0 : z2}}
"""

MULTIPLIED = r"""
{{sum x y : s1}} &{{- : m1}} {{slope(a) sum x^2 : t1}} &&{{- : n1}} {{intercept(b) sum x : u1}}
&&{{= 0 : z1}} \
{{sum y : s2}} &{{- : m2}} {{slope(a) sum x : t2}} &&{{- : n2}} {{intercept(b) N : u2}}
&&{{= 0 : z2}}
"""

SPLIT = r"""
{{ {{sum x^2 : A}} dot {{slope(a) : a1}} : t1}} &{{+ : p1}}
{{ {{sum x : B}} dot {{intercept(b) : b1}} : u1}} &&{{= : e1}} {{sum x y : C}} \
{{ {{sum x : B2}} dot {{slope(a) : a2}} : t2}} &{{+ : p2}}
{{ {{N : N}} dot {{intercept(b) : b2}} : u2}} &&{{= : e2}} {{sum y : D}}
"""

LETTERS = r"""
{{A : A}} {{slope(a) : a1}} &{{+ : p1}} {{B : B}} {{intercept(b) : b1}} &&{{= : e1}} {{C : C}} \
{{B : B2}} {{slope(a) : a2}} &{{+ : p2}} {{N : N}} {{intercept(b) : b2}} &&{{= : e2}} {{D : D}}
"""


@dataclass(frozen=True)
class Elimination:
    """How one unknown is left alone: the rows on the way, and which terms travel."""

    unknown: str
    minus: str
    alone: str
    result: str
    # Where the letters of the two rows go in ``minus``: those of the row that stays, of the other.
    staying: str
    taken: str


SLOPE = Elimination(
    unknown="a",
    minus="""
    {{ad(({{B : r1}} - {{A : t1}} N/B)) : kept}} {{slope(a) : a}} {{+ : p}}
    {{({{N : r2}} - {{ {{B : t2}} N/B : g}}) : gone}} {{intercept(b) : b}}
    {{= : e}} {{an({{D : r3}} - {{C : t3}} N/B) : right}}
    """,
    alone="""
    {{ad((B - A N/B)) : kept}} {{slope(a) : a}} {{= : e}} {{an(D - C N/B) : right}}
    """,
    result="""
    {{slope(a) : a}} {{= : e}} {{an(B D - C N) : all}}/{{ad(B B - A N) : left}}
    """,
    staying="B2>r1 N>r2 D>r3 a2>a b2>b p2>p e2>e",
    taken="A>t1 B>t2 C>t3",
)
# Between the row with one unknown and the result: times B, and multiplied out.
TIMES = """
{{ad({{B : l}} {{(B - A N/B) : kept}}) : left}} {{slope(a) : a}} {{= : e}}
{{an({{B : r}} {{(D - C N/B) : right}}) : all}}
"""
FREE = """
{{ad((B B - A N)) : left}} {{slope(a) : a}} {{= : e}} {{an(B D - C N) : all}}
"""

INTERCEPT = Elimination(
    unknown="b",
    minus="""
    {{({{A : r1}} - {{ {{B : t1}} A/B : g}}) : gone}} {{slope(a) : a}} {{+ : p}}
    {{bd(({{B : r2}} - {{N : t2}} A/B)) : kept}} {{intercept(b) : b}}
    {{= : e}} {{bn({{C : r3}} - {{D : t3}} A/B) : right}}
    """,
    alone="""
    {{bd((B - N A/B)) : kept}} {{intercept(b) : b}} {{= : e}} {{bn(C - D A/B) : right}}
    """,
    result="""
    {{intercept(b) : b}} {{= : e}}
    {{bn(B C - D A) : all}}/{{bd({{B B - : l}} {{N : n}} {{A : m}}) : left}}
    """,
    staying="A>r1 B>r2 C>r3 a1>a b1>b p1>p e1>e",
    taken="B2>t1 N>t2 D>t3",
)
# The same with the denominator written as that of the slope.
SHARED = """
{{intercept(b) : b}} {{= : e}}
{{bn(B C - D A) : all}}/{{ad({{B B - : l}} {{A : m}} {{N : n}}) : left}}
"""
