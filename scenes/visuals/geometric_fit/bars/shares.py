"""One bar of two parts: what lies across a line, squared, and on it what lies along that line.

Together they are what the way to the mean is, squared, and that no line changes: the bar stays as
high as it is, and only the border in it moves.
"""

from typing import Self

import numpy as np
from manim import LEFT, Typst, VGroup, VMobject

from scenes.visuals.geometric_fit.bars.landing import landing
from scenes.visuals.geometric_fit.sheet.page import Values
from scenes.visuals.plot.tank import APPEARING
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

BESIDE = 0.25  # from the bar to the names of its parts
OPACITY = 0.75  # as what is in a tank
PARTS = "across", "along"
WHOLE = 0.32  # opacity of the whole, as of the square that it comes from
LINE = 0.55  # as high is one of two lines
APART, APART_OF_TWO = 0.65, 1.1  # from one name to the next, of one line and of two


class Shares(VGroup):
    """The parts ``across`` and ``along`` that fill ``box``, with ``names`` beside it.

    These are the names of both parts, ``apart`` at least, and perhaps one of the whole.
    """

    def __init__(self, box: Box, names: tuple[Placed, ...], apart: float, pen: Pen) -> None:
        theme = pen.theme
        self.box, self.names, self.apart = box, names, apart
        self.whole = VMobject(
            stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.muted, fill_opacity=WHOLE
        )
        self.across, self.along = (
            VMobject(stroke_width=0, fill_color=hue, fill_opacity=OPACITY)
            for hue in (theme.residual, theme.point)
        )
        super().__init__(self.whole, self.across, self.along, *self.names)
        self.set_z_index(2)
        set_ring(self.whole, self._layer(box.bottom, box.top))
        self.set_split(0.5)

    def set_split(self, across: float) -> Self:
        """Let the part ``across`` be that share of the whole."""
        for part, layer in zip((self.across, self.along), self.layers(across), strict=True):
            set_ring(part, layer)
        floor, border, top, apart = self.box.bottom, self._border(across), self.box.top, self.apart
        room = apart / 2 if len(self.names) == len(PARTS) else apart
        low = max((floor + border) / 2, floor + apart / 2)
        middle = max(min((border + top) / 2, top - room), low + apart)
        heights = low, middle, max(top, middle + apart)
        for name, y in zip(self.names, heights, strict=False):
            name.put(np.array([self.box.right + BESIDE, y, 0.0]))
        return self

    def layers(self, across: float) -> tuple[Values, Values]:
        """Return the corners (4, 3) of both parts."""
        border = self._border(across)
        return self._layer(self.box.bottom, border), self._layer(border, self.box.top)

    def set_arriving(self, part: int, square: Values, across: float, share: float) -> Self:
        """Show the part across (0) or along (1) on its way from the corners of its ``square``."""
        shape, end = (self.across, self.along)[part], self.layers(across)[part]
        set_ring(shape, _landing(square, end, share))
        shape.set_fill(opacity=OPACITY * min(1.0, APPEARING * share))
        return self

    def set_along(self, across: float, kept: float) -> Self:
        """Show what of the part along is ``kept`` on that across."""
        low, high = self._border(across), self.box.top
        set_ring(self.along, self._layer(low, low + kept * (high - low)))
        return self

    def set_whole_arriving(self, square: Values, share: float) -> Self:
        """Show the whole on its way from the corners of its ``square``."""
        end = self._layer(self.box.bottom, self.box.top)
        set_ring(self.whole, _landing(square, end, share))
        return self

    def _border(self, across: float) -> float:
        return self.box.bottom + across * self.box.height

    def _layer(self, low: float, high: float) -> Values:
        left, right = self.box.left, self.box.right
        return np.array([(left, low, 0), (right, low, 0), (right, high, 0), (left, high, 0)], float)


def of_one(box: Box, pen: Pen) -> Shares:
    """Return the bar of one point: its parts and the whole are named."""
    theme = pen.theme
    hues = theme.residual, theme.point, theme.ink
    names = (
        Placed(_squared(name, hue, pen), np.zeros(3), LEFT)
        for name, hue in zip((*PARTS, "distance"), hues, strict=True)
    )
    return Shares(box, tuple(names), APART, pen)


def of_all(box: Box, pen: Pen) -> Shares:
    """Return the bar that all points share: its parts are sums."""
    hues = pen.theme.residual, pen.theme.point
    names = tuple(_sum_of(name, hue, pen) for name, hue in zip(PARTS, hues, strict=True))
    bar = Shares(box, names, APART_OF_TWO, pen)
    bar.whole.set_fill(opacity=0.0)
    return bar


def _squared(name: str, hue: str, pen: Pen) -> Typst:
    return pen.formula(f'"{name}"^2', hue, SMALLEST)


def _sum_of(name: str, hue: str, pen: Pen) -> Placed:
    """Return the name of a sum, in two lines."""
    lines = pen.words("sum of", hue, SMALLEST), _squared(name, hue, pen)
    placed = (
        Placed(line, np.array([0.0, y, 0.0]), LEFT)
        for line, y in zip(lines, (LINE / 2, -LINE / 2), strict=True)
    )
    return Placed(VGroup(*placed), np.zeros(3), LEFT)


def _landing(square: Values, layer: Values, share: float) -> Values:
    """Return the corners of a ``square`` that keeps its size until it spreads to its layer."""
    side = np.linalg.norm(square[1:2] - square[:1], axis=1)
    corners: Values = landing(square[None], layer[None], side, np.array([share]))[0]
    return corners


def set_ring(part: VMobject, corners: Values) -> None:
    """Let ``part`` be the closed ring of ``corners`` (n, 3)."""
    part.points = polylines(np.concatenate([corners, corners[:1]])[None])
