"""All points of a table in a chart: discs, or cells where discs would hide each other."""

from typing import Self

from manim import VGroup

from core.palette import Theme
from scenes.visuals.plot.beyond import Beyond, beyond
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.regression import RADIUS, Points
from scenes.visuals.plot.shown_points import ShownPoints

MOST_DISCS = 400


class Cloud(VGroup):
    """The points of ``shown``: of many, those that carry squares as discs before all as cells.

    Those beyond the chart have a mark at its edge.
    """

    def __init__(
        self, chart: Chart, shown: ShownPoints, theme: Theme, *, radius: float = RADIUS
    ) -> None:
        x, y = shown.x, shown.y
        many = shown.total > MOST_DISCS
        out = beyond(chart.x_scale, chart.y_scale, x, y)
        discs = shown.with_squares if many else (x[~out], y[~out])
        self.parts: list[Density | Beyond | Points] = [Points(chart, *discs, theme, radius=radius)]
        if many:
            self.parts.insert(0, Density(chart, x, y, theme.point))
        if out.any():
            self.parts.append(Beyond(chart, x[out], y[out], theme.point))
        super().__init__(*self.parts)

    def draw(self) -> Self:
        """Draw the points where the chart is now."""
        for part in self.parts:
            part.draw()
        return self
