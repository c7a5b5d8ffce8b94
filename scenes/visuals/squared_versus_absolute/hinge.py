"""A point that a line of least lengths keeps while it turns."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.pulls import CLEAR, RADIUS

# Of the wedge, in units of the screen.
HALF_WIDTH, HEIGHT = 0.24, 0.36


class Hinge(VMobject):
    """A wedge in ink under the point (x, y), or over it where there is no room below."""

    def __init__(self, chart: Chart, x: float, y: float, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.ink, fill_opacity=1)
        self._chart, self._at = chart, (x, y)

    def draw(self) -> Self:
        """Draw the wedge where the chart is now."""
        at = self._chart.place(*self._at)
        far = RADIUS + CLEAR + HEIGHT
        way = -1.0 if at[1] - far > self._chart.box.bottom else 1.0
        near = way * (RADIUS + CLEAR)
        ring = [(0.0, near), (HALF_WIDTH, way * far), (-HALF_WIDTH, way * far), (0.0, near)]
        self.points = polylines(at + np.array([[(u, v, 0.0) for u, v in ring]]))
        return self
