"""How long the levers of one or two points are: their distance from x = 0."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# The levers that are shown: those of the points nearest to these shares of the longest one.
SHARES = (0.4, 1.0)
# Where on a lever its name stands, and how far above it.
NAMED, ABOVE = 0.3, 0.26
HEAD = np.array([[-0.18, 0.12, 0.0], [-0.18, -0.12, 0.0]])


class Levers(VGroup):
    """Arrows from x = 0 to two of the points (x, y), if the chart shows x = 0."""

    def __init__(self, pen: Pen, chart: Chart, x: Values, y: Values) -> None:
        super().__init__()
        self.chart, self.ends = chart, np.zeros((0, 2))
        if chart.x_scale.low <= 0 <= chart.x_scale.high and x.max() > 0:
            nearest = [int(np.abs(x - share * x.max()).argmin()) for share in SHARES]
            self.ends = np.stack([x, y], axis=1)[nearest]
        self.arrows = VGroup(
            *(VMobject(stroke_color=pen.theme.slope, stroke_width=BOLD) for _ in self.ends)
        )
        self.names = VGroup(
            *(Placed(pen.formula("slope(x)", size=SMALLEST), np.zeros(3)) for _ in self.ends)
        )
        self.add(self.arrows, self.names)
        self.draw()

    def draw(self) -> Self:
        """Draw them where the chart is now."""
        for arrow, name, (x, y) in zip(self.arrows, self.names, self.ends, strict=True):
            start, end = self.chart.place(0.0, y), self.chart.place(x, y)
            tip = end + HEAD
            arrow.points = polylines(np.array([[start, end], [end, tip[0]], [end, tip[1]]]))
            name.put(start + NAMED * (end - start) + np.array([0.0, ABOVE, 0.0]))
        return self
