"""One line through the points, its squares, and the tank that they fill."""

from typing import Self

from manim import VMobject

from scenes.visuals.linear_regression_2d.labels import above
from scenes.visuals.linear_regression_2d.lines.excess import Excess
from scenes.visuals.linear_regression_2d.lines.flight import Flight
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData, Values
from scenes.visuals.plot.beyond import outside_note
from scenes.visuals.plot.chart import TICK_GAP, Chart
from scenes.visuals.plot.cloud import Cloud
from scenes.visuals.plot.regression import Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

FEW_POINTS = 60
DISC, SMALL_DISC = 0.09, 0.06
# A chart that is narrower has no room for numbers beside its axes.
TICKS_FROM = 5.2
TICKS = 5, 4


class Rival:
    """A chart of the points with the line y = a x + b, and beside it its tank, with its name."""

    def __init__(
        self,
        pen: Pen,
        shown: ShownData,
        line: tuple[float, float],
        places: tuple[Box, Box],
        levels: Scale,
        *,
        name: str,
    ) -> None:
        self.shown, self.start = shown, line
        area, tank_box = places
        self.chart = Chart(
            pen,
            area,
            shown.x_scale,
            shown.y_scale,
            titles=(
                fitted(pen, shown.x_label, area.width, pen.theme.muted),
                fitted(pen, shown.y_label, area.width - TICK_GAP, pen.theme.muted),
            ),
            note=outside_note(shown.x_scale, shown.y_scale, shown.x, shown.y),
            ticks=TICKS,
            ticks_from=TICKS_FROM,
        )
        x, y = shown.x[shown.squared], shown.y[shown.squared]
        radius = DISC if shown.x.size <= FEW_POINTS else SMALL_DISC
        self.squares = Squares(self.chart, x, y, line, pen.theme)
        self.residuals = Residuals(self.chart, x, y, line, pen.theme)
        self.line = StraightLine(self.chart, *line, pen.theme.ink)
        self.points = Cloud(self.chart, shown.points, pen.theme, radius=radius)
        layers = (self.squares, self.residuals, self.line)
        # Few points stand before the line; many would hide it.
        few = x.size == shown.x.size
        for k, part in enumerate((*layers, self.points) if few else (self.points, *layers)):
            part.set_z_index(k + 1)
        self.tank = Tank(pen, tank_box, levels)
        self.name = above(pen, name, tank_box)
        self.excess = Excess(self.tank, shown.rss, pen.theme)
        corners = self.squares.corners()
        self.pouring = Flight(pen, corners, self.stood_for(), self.tank).set_z_index(
            self.squares.z_index
        )

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the line."""
        return self.squares, self.residuals, self.line, self.tank.content, self.tank.below

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is drawn in the chart and moves with it."""
        return self.squares, self.residuals, self.line, self.points

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The chart, all that is drawn in it, the tank, and the name of the line."""
        return self.chart, self.tank, self.name, *self.drawn

    def epsilon(self) -> float:
        """Return epsilon of the line on screen."""
        return float(self.shown.epsilon(self.line.a, self.line.b))

    def stood_for(self) -> Values:
        """Return what each drawn square stands for: together they are epsilon of all points."""
        misses = (self.residuals.y - (self.line.a * self.residuals.x + self.line.b)) ** 2
        shares: Values = misses / misses.sum() * self.epsilon()
        return shares

    def set_line(self, a: float, b: float) -> Self:
        """Draw y = a x + b, its squares and its level."""
        self.squares.set_line(a, b)
        self.residuals.set_line(a, b)
        self.line.set_line(a, b)
        self.tank.set_level(self.epsilon())
        return self
