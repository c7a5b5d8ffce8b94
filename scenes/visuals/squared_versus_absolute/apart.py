"""How far the two best lines are apart."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import Line, Stray

TINT = 0.2


class Apart(VMobject):
    """The ground between the best line of squares and that of lengths, as far as both are seen."""

    def __init__(self, chart: Chart, stray: Stray, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.squared, fill_opacity=TINT)
        self._chart, self._stray, self._hue = chart, stray, theme.squared

    def answer(self, height: float) -> Self:
        """Tint what lies between both lines when the stray point has come to ``height``."""
        one, other = (
            self._ends(best(height)) for best in (self._stray.absolute, self._stray.squared)
        )
        self.points = polylines(np.concatenate([one, other[::-1], one[:1]])[None])
        return self

    def _ends(self, line: Line) -> Values:
        return np.asarray(StraightLine(self._chart, *line, self._hue).points[[0, -1]])
