"""Where the second number is read: a stem from the axis of x up to its dot."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.curve import Marker
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN


class Stem(VMobject):
    """A thin stroke from the foot of the chart of ``dot`` to the dot."""

    def __init__(self, dot: Marker, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        self.dot = dot
        self.draw()

    def draw(self) -> Self:
        """Draw it where dot and chart are now."""
        chart = self.dot.chart
        ends = chart.places(self.dot.x, [chart.y_scale.low, self.dot.y])
        self.points = polylines(np.array([ends]))
        return self
