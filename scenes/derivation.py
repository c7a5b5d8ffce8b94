"""The formulas on the way from epsilon(a, b) to the closed form, with the names of their terms.

A term is written ``{{term : name}}``. Names are local to a formula; where a term goes in the next
one is told by the film.
"""

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
SPLIT = r"""
{{slope(a) : a1}} {{sum : S1}} {{x_i^2 : xx}} {{+ : p1}} {{intercept(b) : b1}} {{sum : T1}}
{{x_i : x1}} &{{= : e1}} {{sum : U1}} {{x_i : xo}} {{y_i : y1}} \
{{slope(a) : a2}} {{sum : S2}} {{x_i : x2}} {{+ : p2}} {{intercept(b) : b2}} {{N : n}}
&{{= : e2}} {{sum : U2}} {{y_i : y2}}
"""


def system(*cells: str) -> str:
    """Return the system of two rows: four cells of the matrix, then two of the right-hand side."""
    # The same height for every row, so that brackets stay and rows do not move.
    strut = "#box(width: 0pt, hide($N/B$))"
    a, b, c, d, e, f = (strut + cell for cell in cells)
    gaps = "column-gap: #1.1em, row-gap: #0.4em"
    unknowns = f"{strut}{{{{slope(a) : a}}}}; {strut}{{{{intercept(b) : b}}}}"
    matrix, right = f"mat({gaps}, {a}, {b}; {c}, {d})", f"mat({gaps}, {e}; {f})"
    return f"{matrix} mat({gaps}, {unknowns}) {{{{= : e}}}} {right}"


SUMS = system(
    "{{sum : S1}} {{x_i^2 : xx}}",
    "{{sum : T1}} {{x_i : x1}}",
    "{{sum : S2}} {{x_i : x2}}",
    "{{N : n}}",
    "{{sum : U1}} {{x_i : xo}} {{y_i : y1}}",
    "{{sum : U2}} {{y_i : y2}}",
)
LETTERS = system("{{A : A}}", "{{B : B}}", "{{B : B2}}", "{{N : N}}", "{{C : C}}", "{{D : D}}")
SECOND_MINUS = system(
    "{{A : A}}",
    "{{B : B}}",
    "{{ {{B : B2}} - {{A : Ac}} {{N/B : f1}} : ad}}",
    "{{ {{N : N}} - {{B : Bc}} {{N/B : f2}} : nil}}",
    "{{C : C}}",
    "{{ {{D : D}} - {{C : Cc}} {{N/B : f3}} : an}}",
)
SLOPE_ALONE = system(
    "{{A : A}}",
    "{{B : B}}",
    "{{ad(B - A N/B) : ad}}",
    "{{0 : nil}}",
    "{{C : C}}",
    "{{an(D - C N/B) : an}}",
)
FIRST_MINUS = system(
    "{{ {{A : A}} - {{B : Bc}} {{A/B : f1}} : nil}}",
    "{{ {{B : B}} - {{N : Nc}} {{A/B : f2}} : bd}}",
    "{{B : B2}}",
    "{{N : N}}",
    "{{ {{C : C}} - {{D : Dc}} {{A/B : f3}} : bn}}",
    "{{D : D}}",
)
INTERCEPT_ALONE = system(
    "{{0 : nil}}",
    "{{bd(B - N A/B) : bd}}",
    "{{B : B2}}",
    "{{N : N}}",
    "{{bn(C - D A/B) : bn}}",
    "{{D : D}}",
)
SLOPE = """{{slope(a) : a}} {{= : e}}
{{an({{D : D}} {{- : m}} {{C : C}} {{N : N}}/{{B : q}}) : an}}/
{{ad({{B : B}} {{- : k}} {{A : A}} {{N : M}}/{{B : s}}) : ad}}"""
SLOPE_CLOSED = """{{slope(a) : a}} {{= : e}}
{{an({{B : q}} {{D : D}} {{- : m}} {{C : C}} {{N : N}}) : an}}/
{{ad({{B : s}} {{B : B}} {{- : k}} {{A : A}} {{N : M}}) : ad}}"""
INTERCEPT = """{{intercept(b) : b}} {{= : e}}
{{bn({{C : C}} {{- : m}} {{D : D}} {{A : A}}/{{B : q}}) : bn}}/
{{bd({{B : B}} {{- : k}} {{N : M}} {{A : L}}/{{B : s}}) : bd}}"""
INTERCEPT_CLOSED = """{{intercept(b) : b}} {{= : e}}
{{bn({{B : q}} {{C : C}} {{- : m}} {{D : D}} {{A : A}}) : bn}}/
{{bd({{B : s}} {{B : B}} {{- : k}} {{N : M}} {{A : L}}) : bd}}"""
INTERCEPT_SHARED = """{{intercept(b) : b}} {{= : e}}
{{bn({{B : q}} {{C : C}} {{- : m}} {{D : D}} {{A : A}}) : bn}}/
{{ad({{B : s}} {{B : B}} {{- : k}} {{A : L}} {{N : M}}) : bd}}"""
