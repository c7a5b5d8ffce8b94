"""Points, a line and its residuals, each one mobject whose setter moves its points in place.

Every setter is a pure function of what it is given: a frame never depends on the frame before.
"""

from typing import Self

import numpy as np
from manim import Circle, VMobject
from numpy.typing import ArrayLike, NDArray

from core import palette
from scenes.visuals.plot.panel import Panel
from scenes.visuals.space.polylines import polylines

Values = NDArray[np.float64]

# How many points are on their way at the same time while they appear.
APPEARING = 6


class DataPoints(VMobject):
    """Blue discs at the points (x, y), as one mobject."""

    def __init__(self, panel: Panel, x: ArrayLike, y: ArrayLike, *, radius: float = 0.075) -> None:
        super().__init__(stroke_width=0, fill_color=palette.DATA, fill_opacity=1)
        self._places = panel.places(x, y)
        self._disc = Circle(radius).points
        self.set_shown(1.0)

    def set_shown(self, share: float) -> Self:
        """Let the discs pop up one after the other; all are there when ``share`` is 1."""
        n = len(self._places)
        started = np.clip((share * (n + APPEARING) - np.arange(n)) / APPEARING, 0.0, 1.0)
        # Overshoots a little before it settles: a thing that lands, not one that fades.
        size = started * (1 + 1.2 * (1 - started) * started)
        self.points = (
            self._places[:, None, :] + size[:, None, None] * self._disc[None, :, :]
        ).reshape(-1, 3)
        return self


class FittedLine(VMobject):
    """The line y = a x + b as far as its panel reaches."""

    def __init__(self, panel: Panel, a: float, b: float, colour: str = palette.BEST_LINE) -> None:
        super().__init__(stroke_color=colour, stroke_width=6)
        self.panel = panel
        self.set_line(a, b)

    def set_line(self, a: float, b: float) -> Self:
        """Draw y = a x + b, cut at the edges of the panel."""
        ends = self.panel.places(*_clipped(self.panel, a, b))
        self.points = polylines(ends[None, :, :])
        return self


class Residuals(VMobject):
    """The vertical distances y - (a x + b), one stroke each."""

    def __init__(self, panel: Panel, x: Values, y: Values, a: float, b: float) -> None:
        super().__init__(stroke_color=palette.RESIDUAL, stroke_width=3)
        self.panel, self.x, self.y = panel, x, y
        self.set_line(a, b)

    def set_line(self, a: float, b: float, drawn: float = 1.0) -> Self:
        """Draw the share ``drawn`` of each distance, starting at the point."""
        ends = self.y + drawn * (a * self.x + b - self.y)
        strokes = np.stack(
            [self.panel.places(self.x, self.y), self.panel.places(self.x, ends)], axis=1
        )
        self.points = polylines(strokes)
        return self


class ResidualSquares(VMobject):
    """One square on each residual; together their areas are the residual epsilon."""

    def __init__(self, panel: Panel, x: Values, y: Values, a: float, b: float) -> None:
        super().__init__(
            stroke_color=palette.RESIDUAL,
            stroke_width=1.5,
            stroke_opacity=0.7,
            fill_color=palette.RESIDUAL,
            fill_opacity=0.16,
        )
        self.panel, self.x, self.y = panel, x, y
        # Squares open towards the middle of the panel, so that none leaves it.
        middle = panel.box.left + panel.box.width / 2
        self._opening = np.where(panel.places(x, y)[:, 0] < middle, 1.0, -1.0)
        self.set_line(a, b)

    def set_line(self, a: float, b: float, drawn: float = 1.0) -> Self:
        """Draw the squares of y = a x + b with their widths scaled by ``drawn``."""
        at_point = self.panel.places(self.x, self.y)
        at_line = self.panel.places(self.x, a * self.x + b)
        width = drawn * self._opening * np.abs(at_line[:, 1] - at_point[:, 1])
        # All squares go round the same way: otherwise the fill cancels where two overlap.
        left, right = at_point[:, 0] + np.minimum(width, 0), at_point[:, 0] + np.maximum(width, 0)
        low, high = np.sort([at_point[:, 1], at_line[:, 1]], axis=0)
        flat = np.zeros_like(width)
        corners = [
            np.stack([u, v, flat], axis=-1)
            for u, v in ((left, low), (right, low), (right, high), (left, high), (left, low))
        ]
        self.points = polylines(np.stack(corners, axis=1))
        return self


def _clipped(panel: Panel, a: float, b: float) -> tuple[Values, Values]:
    """Return the ends of y = a x + b inside the panel (both ends at one corner when outside)."""
    low, high = panel.x_scale.low, panel.x_scale.high
    if a != 0:
        crossings = sorted([(panel.y_scale.low - b) / a, (panel.y_scale.high - b) / a])
        low, high = max(low, crossings[0]), min(high, crossings[1])
    x = np.array([low, max(low, high)])
    return x, np.clip(a * x + b, panel.y_scale.low, panel.y_scale.high)
