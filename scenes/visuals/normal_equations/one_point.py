"""One point, enlarged: its height beside what the height is made of, b and a x and the miss."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import Values, closed, rings
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import THIN

# Shares of the width: of each of the two bars.
BAR = 0.44
SMALL = 0.2  # how wide both bars are in the chart
APART = 0.3


def highest_miss(x: Values, y: Values, line: tuple[float, float]) -> int:
    """Return the point that is highest above a line."""
    return int(np.argmax(y - (line[0] * x + line[1])))


class OnePoint(VGroup):
    """The bars of the point (x, y): from where they are in the chart to where they are large."""

    def __init__(
        self, pen: Pen, chart: Chart, point: tuple[float, float], line: tuple[float, float]
    ) -> None:
        super().__init__()
        theme = pen.theme
        self.chart, self.point = chart, point
        x, y = point
        a, b = line
        self.ends = np.array([[0.0, y], [0.0, b], [b, a * x + b], [a * x + b, y]])
        self.bars = VGroup(
            *(
                VMobject(
                    stroke_color=colour,
                    stroke_width=THIN,
                    fill_color=colour,
                    fill_opacity=SQUARE_OPACITY,
                )
                for colour in (theme.point, theme.intercept, theme.slope, theme.residual)
            )
        )
        names = "y", "intercept(b)", "slope(a) x", 'res("miss")'
        self.names = VGroup(*(pen.formula(name) for name in names))
        for k, (name, ring) in enumerate(zip(self.names, self._large(), strict=True)):
            side, across = (RIGHT, ring[0, 0]) if k == 0 else (LEFT, ring[1, 0])
            at = np.array([across, ring[[0, 2], 1].mean(), 0.0])
            name.move_to(at - APART * side, aligned_edge=side)
        self.add(self.bars, self.names)
        self.set_come(0.0)

    def set_come(self, share: float) -> Self:
        """Show the bars after ``share`` of their way out of the chart."""
        rings_now = (1 - share) * self._small() + share * self._large()
        for bar, ring in zip(self.bars, rings_now, strict=True):
            bar.points = closed(ring[None])
        return self

    def _small(self) -> Values:
        """Return the corners (4, 4, 3) of the bars in the chart."""
        low, high = (self.chart.places(self.point[0], ends) for ends in np.sort(self.ends).T)
        across = low[:, 0]
        return rings(across - SMALL / 2, across + SMALL / 2, low[:, 1], high[:, 1])

    def _large(self) -> Values:
        """Return the corners (4, 4, 3) of the bars where they are large."""
        area = layout.ONE_POINT
        unit = area.height / float(self.ends.max())
        low, high = area.bottom + unit * np.sort(self.ends).T
        left = area.left + area.width * np.array([0.0, *3 * [1 - BAR]])
        return rings(left, left + BAR * area.width, low, high)
