"""Where the second number of a line is read: a stem from 0 to its dot."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.curve import Marker
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN


class Stem(VMobject):
    """A thin stroke to ``dot`` from 0, or from the end of the chart that is nearest to it."""

    def __init__(self, dot: Marker, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        self.dot = dot
        self.draw()

    def draw(self) -> Self:
        """Draw it where dot and chart are now."""
        chart = self.dot.chart
        start = float(np.clip(0.0, chart.y_scale.low, chart.y_scale.high))
        ends = chart.places(self.dot.x, [start, self.dot.y])
        self.points = polylines(np.array([ends]))
        return self
