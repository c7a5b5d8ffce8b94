"""Numbers as outlines: set once, placed often, every digit as wide as the next.

Typesetting a string takes milliseconds; a number that changes sixty times a second is
put together from outlines typeset once.
"""

from functools import cache
from typing import Self

import numpy as np
from manim import LEFT
from numpy.typing import NDArray

from scenes.visuals.writing.glyph import Glyph
from scenes.visuals.writing.outlines import Writing
from scenes.visuals.writing.pen import FONTS

MINUS = "\N{MINUS SIGN}"
DIGIT_BLANK = "\N{FIGURE SPACE}"
# A glyph between two zeros has an advance that can be measured from the zeros.
_SIGNS = f"{MINUS}+.×,"
_SUPERSCRIPT_SCALE = 0.66
_SUPERSCRIPT_RISE = 0.55

Outline = NDArray[np.float64]


@cache
def _glyphs() -> dict[str, tuple[Outline, float]]:
    """Return for each character its outline at font size 1, left and base at 0, and its advance."""
    text = "00123456789" + "".join(f"{sign}0" for sign in _SIGNS)
    typeset = Writing(
        f'#text(kerning: false, number-width: "tabular", "{text}")',
        typst_preamble=FONTS,
        font_size=100,
    )
    outlines = [part.points / 100 for part in typeset.submobjects]
    left = [float(points[:, 0].min()) for points in outlines]
    base = float(outlines[2][:, 1].min())
    advance = left[1] - left[0]

    def placed(index: int, origin: float) -> Outline:
        moved: Outline = outlines[index] - np.array([origin, base, 0.0])
        return moved

    glyphs = {
        digit: (placed(k, left[0] + k * advance), advance)
        for k, digit in enumerate("0123456789", start=1)
    }
    for j, sign in enumerate(_SIGNS):
        k = 11 + 2 * j
        glyphs[sign] = (placed(k, left[k - 1] + advance), left[k + 1] - left[k - 1] - advance)
    glyphs[DIGIT_BLANK] = (np.zeros((0, 3)), advance)
    glyphs[" "] = (np.zeros((0, 3)), glyphs[MINUS][1])
    return glyphs


def number_outline(text: str) -> tuple[Outline, float]:
    """Return the outline of ``text`` at font size 1 and its width.

    ``text`` holds digits, signs and blanks: a space is as wide as a minus sign, a figure space as
    a digit. What follows ``^`` is raised.
    """
    glyphs = _glyphs()
    pen, rise, scale = 0.0, 0.0, 1.0
    parts = [np.zeros((0, 3))]
    for character in text.replace("-", MINUS):
        if character == "+":
            rise, scale = 0.0, 1.0
        if character == "^":
            rise, scale = _SUPERSCRIPT_RISE * _digit_height(), _SUPERSCRIPT_SCALE
            continue
        outline, advance = glyphs[character]
        parts.append(outline * scale + np.array([pen, rise, 0.0]))
        pen += advance * scale
    return np.concatenate(parts), pen


def number_width(text: str, size: float) -> float:
    """Return how wide ``text`` is at a font size."""
    return size * number_outline(text)[1]


def _digit_height() -> float:
    return float(_glyphs()["1"][0][:, 1].max())


class Number(Glyph):
    """A number whose text can be set in every frame; it stays where its anchor is.

    ``edge`` says which part of the text lies at the anchor: LEFT, RIGHT or the middle (0).
    """

    def __init__(
        self,
        text: str,
        anchor: NDArray[np.float64],
        *,
        colour: str,
        size: float = 26,
        edge: NDArray[np.float64] = LEFT,
    ) -> None:
        super().__init__(fill_color=colour, fill_opacity=1, stroke_width=0)
        self.anchor = np.array(anchor, dtype=float)
        self.size = size
        self.edge = edge
        self.set_text(text)

    def set_text(self, text: str) -> Self:
        """Show ``text``: a pure function of the text, safe to call in every frame."""
        self.text = text
        outline, width = number_outline(text)
        share = {-1: 0.0, 0: 0.5, 1: 1.0}[int(self.edge[0])]
        offset = np.array([share * width, _digit_height() / 2, 0.0])
        self.points = (outline - offset) * self.size + self.anchor
        return self
