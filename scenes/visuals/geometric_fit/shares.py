"""One bar of two parts: what lies across a line, squared, and on it what lies along that line.

Together they are what the way to the mean is, squared, and that no line changes: the bar stays as
high as it is, and only the border in it moves.
"""

from typing import Self

import numpy as np
from manim import LEFT, VGroup, VMobject

from scenes.visuals.geometric_fit.landing import landing
from scenes.visuals.geometric_fit.page import Values
from scenes.visuals.plot.tank import APPEARING, Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

BESIDE = 0.3  # from the tank to the names of its parts
LINE = 0.55  # from one name to the other, at least
INSIDE = 0.25  # from the floor of the tank to the middle of a name
OPACITY = 0.75  # as what is in a tank
WHOLE = 0.32  # opacity of the whole, as of the square that it comes from


class Shares(VGroup):
    """The parts ``across`` and ``along`` in ``tank``, as high as ``total`` stands in it."""

    def __init__(self, tank: Tank, total: float, pen: Pen) -> None:
        theme, box = pen.theme, tank.box
        self.floor, self.top = box.bottom, tank.top_of(total)
        self.left, self.right = box.left, box.right
        self.whole = VMobject(
            stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.muted, fill_opacity=WHOLE
        )
        self.across, self.along = (
            VMobject(stroke_width=0, fill_color=hue, fill_opacity=OPACITY)
            for hue in (theme.residual, theme.point)
        )
        named = (
            ("across", theme.residual),
            ("along", theme.point),
            ("distance", theme.muted),
        )
        self.names = tuple(
            Placed(pen.formula(f'"{name}"^2', hue, SMALLEST), np.zeros(3), LEFT)
            for name, hue in named
        )
        self.sums = tuple(_sum_of(name, hue, pen) for name, hue in named[:2])
        super().__init__(self.whole, self.across, self.along, *self.names, *self.sums)
        self.set_z_index(2)
        set_ring(self.whole, self._layer(self.floor, self.top))
        self.set_split(0.5)

    def set_split(self, across: float) -> Self:
        """Let the part ``across`` be that share of the whole."""
        for part, layer in zip((self.across, self.along), self.layers(across), strict=True):
            set_ring(part, layer)
        border = self._border(across)
        low = max((self.floor + border) / 2, self.floor + INSIDE)
        middle = max(min((border + self.top) / 2, self.top - LINE), low + LINE)
        heights = low, middle, max(self.top, middle + LINE)
        for name, y in zip(self.names, heights, strict=True):
            name.put(np.array([self.right + BESIDE, y, 0.0]))
        low = max(low, self.floor + INSIDE + LINE / 2)
        middle = max(min((border + self.top) / 2, self.top - LINE / 2), low + 2 * LINE)
        for name, y in zip(self.sums, (low, middle), strict=True):
            name.put(np.array([self.right + BESIDE, y, 0.0]))
        return self

    def layers(self, across: float) -> tuple[Values, Values]:
        """Return the corners (4, 3) of both parts."""
        border = self._border(across)
        return self._layer(self.floor, border), self._layer(border, self.top)

    def set_arriving(self, part: int, square: Values, across: float, share: float) -> Self:
        """Show the part across (0) or along (1) on its way from the corners of its ``square``."""
        shape, end = (self.across, self.along)[part], self.layers(across)[part]
        set_ring(shape, _landing(square, end, share))
        shape.set_fill(opacity=OPACITY * min(1.0, APPEARING * share))
        return self

    def set_along(self, across: float, kept: float) -> Self:
        """Show what of the part along is ``kept`` on that across."""
        low, high = self._border(across), self.top
        set_ring(self.along, self._layer(low, low + kept * (high - low)))
        return self

    def set_whole_arriving(self, square: Values, share: float) -> Self:
        """Show the whole on its way from the corners of its ``square``."""
        end = self._layer(self.floor, self.top)
        set_ring(self.whole, _landing(square, end, share))
        return self

    def _border(self, across: float) -> float:
        return self.floor + across * (self.top - self.floor)

    def _layer(self, low: float, high: float) -> Values:
        left, right = self.left, self.right
        return np.array([(left, low, 0), (right, low, 0), (right, high, 0), (left, high, 0)], float)


def _sum_of(name: str, hue: str, pen: Pen) -> Placed:
    """Return the name, in two lines, of a part that all points share."""
    lines = (pen.words("sum of", hue, SMALLEST), pen.formula(f'"{name}"^2', hue, SMALLEST))
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
