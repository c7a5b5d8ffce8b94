"""The formulas on the way from epsilon(a, b) to the closed form, and where their terms go.

A term is written ``{{term : name}}``; names are local to a formula. TO_X says along which ways the
terms of the formula before come to X.
"""

from math import pi

from scenes.visuals.normal_equations.travel import ways

EPSILON = (
    "{{epsilon(slope(a), intercept(b)) : eps}} {{= : eq}}"
    " limits({{sum : S}})_{{i=1 : from}}^{{N : to}}"
    " {{paren.l : l}} {{slope(a) : a}} {{x_i : x}} {{+ : p}} {{intercept(b) : b}}"
    " {{- : m}} {{y_i : y}} {{paren.r : r}}^{{2 : two}}"
)

GRADIENT = r"""
{{0 : z1}} {{= : e1}} {{(partial epsilon)/(partial slope(a)) : d1}} &{{= : q1}}
{{2 : two1}} {{sum : S1}} {{x_i : out}} {{paren.l : l1}} {{slope(a) : a1}} {{x_i : x1}}
{{+ : p1}} {{intercept(b) : b1}} {{- : m1}} {{y_i : y1}} {{paren.r : r1}} \
{{0 : z2}} {{= : e2}} {{(partial epsilon)/(partial intercept(b)) : d2}} &{{= : q2}}
{{2 : two2}} {{sum : S2}} {{paren.l : l2}} {{slope(a) : a2}} {{x_i : x2}}
{{+ : p2}} {{intercept(b) : b2}} {{- : m2}} {{y_i : y2}} {{paren.r : r2}}
"""

COLLECTED = r"""
{{0 : z1}} &{{= : e1}} {{slope(a) : a1}} {{sum : S1}} {{x_i^2 : xx}} {{+ : p1}}
{{intercept(b) : b1}} {{sum : T1}} {{x_i : x1}} {{- : m1}} {{sum : U1}} {{x_i : xo}} {{y_i : y1}} \
{{0 : z2}} &{{= : e2}} {{slope(a) : a2}} {{sum : S2}} {{x_i : x2}} {{+ : p2}}
{{intercept(b) : b2}} {{N : n}} {{- : m2}} {{sum : U2}} {{y_i : y2}}
"""
TO_COLLECTED = [
    *ways("z1 z2 q1>e1 q2>e2 p1 p2 m1 m2 S1 S2 S1>T1 S1>U1 S2>U2 S2>n"),
    # Past the sums: above the upper row, below the lower one.
    *ways("a1 b1", 0.5 * pi),
    *ways("a2 b2", -0.5 * pi),
    *ways("out>x1 out>xo x2 y1 y2"),
    *ways("x1>xx out>xx", 0.3 * pi),
]

SPLIT = r"""
{{slope(a) : a1}} {{sum : S1}} {{x_i^2 : xx}} {{+ : p1}} {{intercept(b) : b1}} {{sum : T1}}
{{x_i : x1}} #h(0.28em) &{{= : e1}} {{sum : U1}} {{x_i : xo}} {{y_i : y1}} \
{{slope(a) : a2}} {{sum : S2}} {{x_i : x2}} {{+ : p2}} {{intercept(b) : b2}} {{N : n}} #h(0.28em)
&{{= : e2}} {{sum : U2}} {{y_i : y2}}
"""
TO_SPLIT = [
    *ways("a1 a2 b1 b2 p1 p2 S1 S2 T1 xx x1 x2 n U1 xo y1 U2 y2"),
    # The equals signs pass the terms: above the upper row, below the lower one.
    *ways("e1", -0.55 * pi),
    *ways("e2", 0.55 * pi),
]


def system(*cells: str) -> str:
    """Return the system of two rows: four cells of the matrix, then two of the right-hand side."""
    # Every cell has room for the longest term: brackets, rows and unknowns stay where they are.
    strut = "#box(width: 0pt, height: 1.7em, baseline: 0.7em)"
    a, b, c, d, e, f = (f"{strut}#box(width: 3.9em, align(center, ${x}$)) " for x in cells)
    gaps = "column-gap: #0.2em, row-gap: #0.4em"
    unknowns = f"{strut}{{{{slope(a) : a}}}}; {strut}{{{{intercept(b) : b}}}}"
    matrix, right = f"mat({gaps}, {a}, {b}; {c}, {d})", f"mat({gaps}, {e}; {f})"
    return f"{matrix} mat({gaps}, {unknowns}) {{{{= : e}}}} {right}"


SUMS = system(
    "{{display(sum) : S1}} {{x_i^2 : xx}}",
    "{{display(sum) : T1}} {{x_i : x1}}",
    "{{display(sum) : S2}} {{x_i : x2}}",
    "{{N : n}}",
    "{{display(sum) : U1}} {{x_i : xo}} {{y_i : y1}}",
    "{{display(sum) : U2}} {{y_i : y2}}",
)
TO_SUMS = [
    *ways("S1 xx T1 x1 S2 x2 n U1 xo y1 U2 y2"),
    *ways("a1>a a2>a b1>b b2>b e1>e e2>e", 0.2 * pi),
]

# Which sum each term is: those that are in the way leave first, so that no term meets another.
LOWER_SUMS = {"B": "S2 x2", "D": "U2 y2"}
UPPER_SUMS = {"A": "S1 xx", "B": "T1 x1", "C": "U1 xo y1"}
COUNT = {"N": "n"}
EMPTY = system("", "", "", "", "", "")

LETTERS = system("{{A : A}}", "{{B : B}}", "{{B : B2}}", "{{N : N}}", "{{C : C}}", "{{D : D}}")

SECOND_MINUS = system(
    "{{A : A}}",
    "{{B : B}}",
    "{{ {{B : B2}} - {{A : Ac}} N/B : ad}}",
    "{{ {{N : N}} - {{B : Bc}} N/B : nil}}",
    "{{C : C}}",
    "{{ {{D : D}} - {{C : Cc}} N/B : an}}",
)
TO_SECOND_MINUS = [
    *ways("A B B2 N C D a b e"),
    *ways("A>Ac B>Bc C>Cc", 0.35 * pi),
]

SLOPE_ALONE = system(
    "{{A : A}}",
    "{{B : B}}",
    "{{ad(B - A N/B) : ad}}",
    "{{0 : nil}}",
    "{{C : C}}",
    "{{an(D - C N/B) : an}}",
)
TO_SLOPE_ALONE = [
    *ways("A B ad nil an C a b e"),
]

BACK_TO_LETTERS = [
    *ways("A B ad>B2 nil>N an>D C a b e"),
]

FIRST_MINUS = system(
    "{{ {{A : A}} - {{B : Bc}} A/B : nil}}",
    "{{ {{B : B}} - {{N : Nc}} A/B : bd}}",
    "{{B : B2}}",
    "{{N : N}}",
    "{{ {{C : C}} - {{D : Dc}} A/B : bn}}",
    "{{D : D}}",
)
TO_FIRST_MINUS = [
    *ways("A B B2 N C D a b e"),
    *ways("B2>Bc N>Nc D>Dc", 0.35 * pi),
]

INTERCEPT_ALONE = system(
    "{{0 : nil}}",
    "{{bd(B - N A/B) : bd}}",
    "{{B : B2}}",
    "{{N : N}}",
    "{{bn(C - D A/B) : bn}}",
    "{{D : D}}",
)
TO_INTERCEPT_ALONE = [
    *ways("nil bd B2 N bn D a b e"),
]

SLOPE = """{{slope(a) : a}} {{= : e}}
{{an({{D : D}} {{- : m}} {{C : C}} {{N : N}}/{{B : q}}) : an}}/
{{ad({{B : B}} {{- : k}} {{A : A}} {{N : M}}/{{B : s}}) : ad}}"""

SLOPE_CLOSED = """{{slope(a) : a}} {{= : e}}
{{an({{B : q}} {{D : D}} {{- : m}} {{C : C}} {{N : N}}) : an}}/
{{ad({{B : s}} {{B : B}} {{- : k}} {{A : A}} {{N : M}}) : ad}}"""
TO_SLOPE_CLOSED = [
    *ways("a e D m C N B k A M"),
    *ways("q s", 0.5 * pi),
]

INTERCEPT = """{{intercept(b) : b}} {{= : e}}
{{bn({{C : C}} {{- : m}} {{D : D}} {{A : A}}/{{B : q}}) : bn}}/
{{bd({{B : B}} {{- : k}} {{N : M}} {{A : L}}/{{B : s}}) : bd}}"""

INTERCEPT_CLOSED = """{{intercept(b) : b}} {{= : e}}
{{bn({{B : q}} {{C : C}} {{- : m}} {{D : D}} {{A : A}}) : bn}}/
{{bd({{B : s}} {{B : B}} {{- : k}} {{N : M}} {{A : L}}) : bd}}"""
TO_INTERCEPT_CLOSED = [
    *ways("b e C m D A B k M L"),
    *ways("q s", 0.5 * pi),
]

INTERCEPT_SHARED = """{{intercept(b) : b}} {{= : e}}
{{bn({{B : q}} {{C : C}} {{- : m}} {{D : D}} {{A : A}}) : bn}}/
{{ad({{B : s}} {{B : B}} {{- : k}} {{A : L}} {{N : M}}) : bd}}"""
TO_INTERCEPT_SHARED = [
    *ways("b e q C m D A s B k"),
    *ways("M L", 0.6 * pi),
]
