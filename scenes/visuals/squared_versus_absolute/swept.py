"""What the line of least squares sweeps while the stray point goes farther."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import Stray

TINT = 0.2


class Swept(VMobject):
    """The ground between the best line of squares for the stray point at ``start`` and now."""

    def __init__(self, chart: Chart, stray: Stray, start: float, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.squared, fill_opacity=TINT)
        self._chart, self._stray, self._start, self._hue = chart, stray, start, theme.squared

    def answer(self, height: float) -> Self:
        """Tint what has been swept when the stray point has come to ``height``."""
        before, now = self._ends(self._start), self._ends(height)
        self.points = polylines(np.concatenate([before, now[::-1], before[:1]])[None])
        return self

    def _ends(self, height: float) -> Values:
        line = StraightLine(self._chart, *self._stray.squared(height), self._hue)
        return np.asarray(line.points[[0, -1]])
