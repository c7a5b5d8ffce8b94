"""Words and formulas in the fonts that come with Typst, so no machine's fonts are ever asked.

Formulas may use the article's colours by meaning: ``slope(x)``, ``intercept(x)``, ``data(x)`` and
its four terms ``an(x)``, ``ad(x)``, ``bn(x)``, ``bd(x)``.
"""

from typing import TypeVar

from manim import Typst

from core import palette
from core.writing.text import one_line, typst_string
from scenes.visuals.writing.formula_parts import Formula

AnyTypst = TypeVar("AnyTypst", bound=Typst)

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
        # Bundled fonts come first; only letters that none of them has may come from the machine.
        '#set text(font: "New Computer Modern", lang: "en")',
        '#show math.equation: set text(font: "New Computer Modern Math", fallback: false)',
        *(f'#let {name}(body) = text(fill: rgb("{c}"), body)' for name, c in _COLOURS.items()),
    ]
)


def formula(source: str, *, colour: str, size: float = FORMULA_SIZE) -> Formula:
    """Return Typst mathematics; what carries no colour of its own gets ``colour``.

    ``{{ part : name }}`` marks parts for ``select("name")``.
    """
    return _light(
        Formula(source, preamble=PREAMBLE, colours=tuple(_COLOURS), colour=colour, size=size)
    )


def words(text: str, *, colour: str, size: float = WORD_SIZE) -> Typst:
    """Return ``text`` as it stands: nothing in it is read as markup."""
    return _light(
        Typst(
            f"#text({typst_string(one_line(text))})",
            typst_preamble=PREAMBLE,
            color=colour,
            font_size=size,
            use_svg_cache=False,
        )
    )


def _light(text: AnyTypst) -> AnyTypst:
    # manim keeps the SVG path each glyph was read from, and groups of glyphs by their place in the
    # SVG. Every copy, and each animation makes three, would copy them too, which takes thirty
    # times as long as the glyphs.
    for glyph in text.submobjects:
        glyph.__dict__.pop("path_obj", None)
    text.id_to_vgroup_dict = {}
    return text
