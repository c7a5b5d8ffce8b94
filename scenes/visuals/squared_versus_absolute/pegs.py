"""The points that keep a line of least lengths from tipping: those on it, each in a ring."""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line
from scenes.visuals.writing.screen import BOLD

# Of a ring, in units of the screen.
RADIUS = 0.3


class Pegs(VMobject):
    """A ring about each point on a line; while it turns, about the one that it turns about."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(
            fill_color=theme.background,
            fill_opacity=1,
            stroke_color=theme.absolute,
            stroke_width=BOLD,
        )
        self._chart = chart
        self._ring = Circle(RADIUS).points

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Put the rings about those of the points (x, y) that are on a line (a, b)."""
        on_it = np.abs(y - np.polyval(line, x)) <= TOUCHING * self._chart.y_scale.span
        places = self._chart.places(x[on_it], y[on_it])
        self.points = (places[:, None] + self._ring).reshape(-1, 3)
        return self
