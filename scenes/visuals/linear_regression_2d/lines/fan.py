"""Lines that are turned and shifted at once: are the squares of one of them less?"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

FAR = 0.62  # of a sweep
# How they are turned and shifted: between a way of a and the nearest way of the second number.
MIXES = 0.25, 0.5, 0.75


class Fan(VMobject):
    """Lines in ``chart`` on all sides of the best one, each with both numbers changed."""

    def __init__(self, chart: Chart, ways: Ways, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        self.chart, self.ways = chart, ways
        first, second = ways.of_slope, ways.of_second
        mixes = np.array(MIXES)
        between = first + mixes * (second - first)
        across = second + mixes * (first + np.pi - second)
        self.angles = np.concatenate([between, across])
        self.angles = np.concatenate([self.angles, self.angles + np.pi])
        self.set_z_index(2)
        self.set_spread(1.0)

    def set_spread(self, share: float) -> Self:
        """Turn and shift them by a ``share``."""
        self.lines = [self.ways.line(share * FAR, float(angle)) for angle in self.angles]
        scale = self.chart.x_scale
        x = np.array([scale.low, scale.high])
        strokes = [self.chart.places(x, a * x + b) for a, b in self.lines]
        self.points = polylines(np.array(strokes))
        return self
