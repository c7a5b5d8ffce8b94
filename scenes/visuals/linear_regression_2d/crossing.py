"""Where another line crosses the best one, and the lines that turn about that place.

Every line that is not parallel to the best one is the best one turned about where they cross.
"""

from typing import Self

import numpy as np

from core.palette import Theme
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.writing.screen import BOLD

DOT = 0.15


class Crossing:
    """A dot on the best line in ``points``, about which it turns until it is ``height`` high."""

    def __init__(self, points: Chart, shown: ShownData, height: float, theme: Theme) -> None:
        self._fit, self._height = shown.landscape, height
        self.left, self.right = float(shown.x.min()), float(shown.x.max())
        self.dot = Marker(points, 0.0, self._fit.intercept, theme.background, theme, radius=DOT)
        self.dot.set_stroke(width=BOLD).set_z_index(7)
        self.set_place(self.left)

    def set_place(self, x: float) -> Self:
        """Let the lines cross at ``x``."""
        self.x = x
        self.dot.set_place(x, self._fit.slope * x + self._fit.intercept)
        return self

    def line(self, along: float) -> Line:
        """Return the line so far ``along`` a turn: 0 is the best line, -1 and 1 are the ends."""
        turn = along * self.reach_of(self.x)
        return self._fit.slope + turn, self._fit.intercept - self.x * turn

    def of(self, rival: Line) -> float:
        """Return where ``rival`` crosses the best line."""
        return (rival[1] - self._fit.intercept) / (self._fit.slope - rival[0])

    def along(self, rival: Line) -> float:
        """Return how far along the turn about the crossing ``rival`` is."""
        return (rival[0] - self._fit.slope) / self.reach_of(self.x)

    def reach_of(self, x: float) -> float:
        """Return how far the slope changes when the line turns about ``x``."""
        return self._fit.turn_reach(self._height, x)

    def move(self, start: float, share: float) -> tuple[float, float]:
        """Move from ``start`` to the right, then to the left; return from where to where it was."""
        ways = np.clip([2 * share, 2 * share - 1], 0, 1)
        right, left = ways * ways * (3 - 2 * ways)
        farthest = start + right * (self.right - start)
        self.set_place(farthest + left * (self.left - self.right))
        return float(min(start, self.x)), float(farthest)
