"""Points that come one after the other, and their squares."""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY, Squares, Values

OVERSHOOT = 1.2


class ComingDiscs(VMobject):
    """Discs at the points (x, y); ``count`` of them are there."""

    def __init__(self, chart: Chart, x: Values, y: Values, theme: Theme, radius: float) -> None:
        super().__init__(fill_color=theme.point, fill_opacity=1, stroke_width=0)
        self._chart, self._places = chart, chart.places(x, y)
        self._disc = Circle(radius).points

    def move(self, k: int, x: float, y: float) -> Self:
        """Put the k-th point to (x, y)."""
        self._places[k] = self._chart.places([x], [y])[0]
        return self

    def set_count(self, count: float) -> Self:
        """Show so many; of a part of one, it is on its way and lands."""
        size = np.clip(count - np.arange(len(self._places)), 0, 1)
        size = size * (1 + OVERSHOOT * (1 - size) * size)
        discs = self._places[:, None] + size[:, None, None] * self._disc
        self.points = discs[size > 0].reshape(-1, 3)
        return self


class ComingSquares(Squares):
    """Squares on the gaps of (x, y) from a line; ``count`` of them are there."""

    def move(self, k: int, x: float, y: float) -> Self:
        """Put the k-th point to (x, y)."""
        self.x, self.y = self.x.copy(), self.y.copy()
        self.x[k], self.y[k] = x, y
        return self

    def set_count(self, count: float, seen: float = 1.0) -> Self:
        """Show so many; of a part of one, as faintly, and all of them as ``seen`` tells."""
        there = seen * np.clip(count - np.arange(len(self.x)), 0, 1)
        for part, visible in zip(self, there, strict=True):
            part.set_stroke(opacity=float(visible))
            part.set_fill(opacity=SQUARE_OPACITY * float(visible))
        return self
