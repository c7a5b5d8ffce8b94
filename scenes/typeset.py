"""Words and formulas in the fonts that come with Typst, so no machine's fonts are ever asked.

Formulas may use the article's colours by meaning: ``slope(x)``, ``intercept(x)``, ``data(x)`` and
its four terms ``an(x)``, ``ad(x)``, ``bn(x)``, ``bd(x)``.
"""

from manim import MathTypst, Typst

from core import palette
from core.text import one_line, typst_string

WORD_SIZE = 30
FORMULA_SIZE = 40

_COLOURS = {
    "slope": palette.SLOPE,
    "intercept": palette.INTERCEPT,
    "data": palette.DATA,
    "res": palette.RESIDUAL,
    "an": palette.SLOPE_NUMERATOR,
    "ad": palette.SLOPE_DENOMINATOR,
    "bn": palette.INTERCEPT_NUMERATOR,
    "bd": palette.INTERCEPT_DENOMINATOR,
}

PREAMBLE = "\n".join(
    [
        '#set text(font: "New Computer Modern", lang: "en", fallback: false)',
        '#show math.equation: set text(font: "New Computer Modern Math", fallback: false)',
        *(f'#let {name}(body) = text(fill: rgb("{c}"), body)' for name, c in _COLOURS.items()),
    ]
)


def formula(source: str, *, colour: str, size: float = FORMULA_SIZE) -> MathTypst:
    """Return Typst mathematics; what carries no colour of its own gets ``colour``.

    ``{{ part : name }}`` marks parts for ``select("name")``.
    """
    return MathTypst(source, typst_preamble=PREAMBLE, color=colour, font_size=size)


def words(text: str, *, colour: str, size: float = WORD_SIZE) -> Typst:
    """Return ``text`` as it stands: nothing in it is read as markup."""
    return Typst(
        f"#text({typst_string(one_line(text))})",
        typst_preamble=PREAMBLE,
        color=colour,
        font_size=size,
    )
