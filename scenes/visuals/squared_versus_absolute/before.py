"""Where the stray point was before it went astray."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.pulls import CLEAR, RADIUS, STRAY_RADIUS
from scenes.visuals.writing.screen import BOLD

PALE = 0.65
# Of a dot of the way, and from one to the next, in units of the screen.
DOT, PITCH = 0.06, 0.18


class Before(VGroup):
    """A pale dot where the point was, ``at`` a height, and a dotted way to where it is, ``far``."""

    def __init__(self, chart: Chart, x: float, far: float, theme: Theme) -> None:
        self._chart, self._x, self._far, self.at = chart, x, far, far
        self.dot = Marker(chart, x, far, theme.point, theme, radius=RADIUS)
        self.dot.set_stroke(width=0).set_fill(opacity=PALE)
        self.way = VMobject(stroke_color=theme.point, stroke_width=BOLD)
        super().__init__(self.way, self.dot)

    def put(self, height: float) -> Self:
        """Put the dot at a ``height``, and the way from its rim to that of the point."""
        self.at = height
        self.dot.set_place(self._x, height)
        start, end = self._chart.place(self._x, height), self._chart.place(self._x, self._far)
        down = np.sign(end[1] - start[1])
        free = abs(float(end[1] - start[1])) - STRAY_RADIUS - 2 * CLEAR
        begins = start[1] + down * np.arange(RADIUS + 2 * CLEAR, free, PITCH)
        dots = np.array([[(start[0], y, 0), (start[0], y + down * DOT, 0)] for y in begins])
        self.way.points = polylines(dots.reshape(-1, 2, 3))
        return self
