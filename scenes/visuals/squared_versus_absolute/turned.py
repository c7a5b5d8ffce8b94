"""How far a line has turned from where it was, as a tint between the two."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines

TINT = 0.25


class Turned(VMobject):
    """The part of a chart between a line that rests and one that turns away from it."""

    def __init__(self, chart: Chart, rest: tuple[float, float], theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.absolute, fill_opacity=TINT)
        self._rest = StraightLine(chart, *rest, theme.absolute).points[[0, -1]]
        self._now = StraightLine(chart, *rest, theme.absolute)
        self.set_line(*rest)

    def set_line(self, a: float, b: float) -> Self:
        """Tint what is between the line at rest and y = a x + b."""
        now = self._now.set_line(a, b).points[[-1, 0]]
        self.points = polylines(np.concatenate([self._rest, now, self._rest[:1]])[None])
        return self
