"""Words and formulas in one theme, in the fonts that come with Typst: no machine's fonts are asked.

Formulas may use colours by meaning: ``slope(x)``, ``intercept(x)``, ``point(x)``, ``res(x)``,
``squared(x)``, ``absolute(x)``, ``photon(x)``, ``near(x)``, ``far(x)``, ``muted(x)``, and the
article's four terms ``an(x)``, ``ad(x)``, ``bn(x)``, ``bd(x)``.
"""

from dataclasses import dataclass
from typing import TypeVar

from manim import Typst

from core.palette import Theme
from core.writing.text import one_line, typst_string
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.outlines import Writing
from scenes.visuals.writing.screen import FORMULA, THIN, WORDS

AnyTypst = TypeVar("AnyTypst", bound=Typst)

FONTS = "\n".join(
    [
        # Bundled fonts come first; only letters that none of them has may come from the machine.
        '#set text(font: "New Computer Modern", lang: "en")',
        '#show math.equation: set text(font: "New Computer Modern Math", fallback: false)',
    ]
)
# How a formula names a colour, and where the theme has it.
COLOURS = {
    "slope": "slope",
    "intercept": "intercept",
    "point": "point",
    "res": "residual",
    "squared": "squared",
    "absolute": "absolute",
    "photon": "photon",
    "near": "near",
    "far": "far",
    "muted": "muted",
    "an": "slope_numerator",
    "ad": "slope_denominator",
    "bn": "intercept_numerator",
    "bd": "intercept_denominator",
}


@dataclass(frozen=True)
class Pen:
    """Writes in the colours of ``theme``; what is given no colour is written in ink."""

    theme: Theme

    @property
    def preamble(self) -> str:
        """Return what stands before every formula: fonts, and the colours by their meaning."""
        colours = (
            f'#let {name}(body) = text(fill: rgb("{getattr(self.theme, meaning)}"), body)'
            for name, meaning in COLOURS.items()
        )
        return "\n".join([FONTS, *colours])

    def formula(self, source: str, colour: str | None = None, size: float = FORMULA) -> Formula:
        """Return Typst mathematics; ``{{ part : name }}`` marks parts for ``select("name")``."""
        return _light(
            Formula(
                source,
                preamble=self.preamble,
                colours=tuple(COLOURS),
                colour=colour or self.theme.ink,
                size=size,
            )
        )

    def words(self, text: str, colour: str | None = None, size: float = WORDS) -> Typst:
        """Return ``text`` as it stands: nothing in it is read as markup."""
        return _light(
            Writing(
                f"#text({typst_string(one_line(text))})",
                typst_preamble=FONTS,
                color=colour or self.theme.ink,
                font_size=size,
            )
        )

    def sentence(self, text: str, colour: str | None = None, size: float = WORDS) -> Typst:
        """Return a line of words in which what stands between dollar signs is mathematics.

        ``the slope $slope(a)$`` sets the a as a letter of a formula, in its colour, and
        ``$res("squares")$`` a word in the colour of its meaning.
        """
        if "$" not in text:
            return self.words(text, colour, size)
        parts = [
            part if k % 2 else typst_string(part) for k, part in enumerate(text.split("$")) if part
        ]
        return self.formula("".join(parts), colour, size)


def _light(text: AnyTypst) -> AnyTypst:
    # manim keeps the SVG path each glyph was read from, and groups of glyphs by their place in the
    # SVG. Every copy, and each animation makes three, would copy them too, which takes thirty
    # times as long as the glyphs.
    for glyph in text.submobjects:
        glyph.__dict__.pop("path_obj", None)
        # The bar of a fraction is a stroke, and not to be thinner than others.
        if glyph.get_stroke_width() > 0:
            glyph.set_stroke(width=THIN)
    text.id_to_vgroup_dict = {}
    return text
