"""Four sets of points, each in a chart of its own that can grow to the whole picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, UpdateFromAlphaFunc, VMobject

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from core.tables.dataset import Dataset
from scenes.visuals.correlation.coins import Coins
from scenes.visuals.correlation.rise import Rise
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve, Marker, Values
from scenes.visuals.plot.regression import Points, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, THIN, Box

CARD_HEIGHT = 0.75
GAP = 0.45
# The start of a line reaches a little over the axis.
WHOLE = Box(PICTURE.left + 0.15, PICTURE.bottom, PICTURE.width - 0.15, PICTURE.height - CARD_HEIGHT)
X_SCALE, Y_SCALE = Scale(0.0, 20.5), Scale(0.0, 14.0)
GROWN = 6.3  # wider than this, a chart has ticks and titles
RING_RADIUS = 0.3
START_RADIUS = 0.13  # of the point at which the line starts, at the height b
TRIANGLE = np.array([9.0, 18.0])  # from where to where the slope is shown
ROD_OPACITY = 0.6
MOST_COINS, SMALL_DISC = 40, 0.055


@dataclass(frozen=True)
class Numbers:
    """What the card says of a set of points."""

    slope: float
    intercept: float
    r: float
    p: float

    @classmethod
    def of(cls, x: Values, y: Values) -> Self:
        """Fit and test."""
        fit, test = fit_line(x, y), pearson_test(x, y)
        return cls(fit.slope, fit.intercept, test.r, test.p_value)


def cell_box(number: int) -> Box:
    """Return the place of a set among the four: two rows of two."""
    row, column = divmod(number, 2)
    width, height = (WHOLE.width - GAP) / 2, (WHOLE.height - GAP) / 2
    return Box(
        WHOLE.left + column * (width + GAP),
        WHOLE.bottom + (1 - row) * (height + GAP),
        width,
        height,
    )


class Cell:
    """One set: its chart, its points and its line, and what describes it better than its line."""

    def __init__(
        self,
        home: Box,
        data: Dataset,
        pen: Pen,
        scales: tuple[Scale, Scale] = (X_SCALE, Y_SCALE),
        titles: tuple[str | VMobject, str | VMobject] = ("$x$", "$y$"),
    ) -> None:
        theme = pen.theme
        self.data, self.home = data, home
        self.numbers = Numbers.of(data.x, data.y)
        self.chart = Chart(
            pen,
            self.home,
            *scales,
            titles=titles,
            ticks_from=GROWN,
            titles_from=GROWN,
        )
        line = self.numbers.slope, self.numbers.intercept
        self.points = self._discs(pen).set_z_index(4)
        self.line = StraightLine(self.chart, *line, theme.ink).set_z_index(2)
        self.rise = Rise(self.chart, data.x, data.y, line[0], pen).set_z_index(3)
        self.start = Marker(
            self.chart, 0.0, line[1], theme.intercept, theme, radius=START_RADIUS
        ).set_z_index(3)
        self.triangle = self._triangle(pen)
        self.count = self.in_the_corner(f"{data.x.size} points", theme.muted, pen)
        self.rods = VMobject(
            stroke_color=theme.muted, stroke_width=THIN, stroke_opacity=ROD_OPACITY
        )

    @property
    def picture(self) -> tuple[VMobject, ...]:
        """Return what is always seen of the set."""
        return self.chart, self.line, self.points, *self._starts

    @property
    def is_small(self) -> bool:
        """Whether there are few enough points for something at each of them."""
        return self.data.x.size <= MOST_COINS

    @property
    def _starts(self) -> tuple[Marker, ...]:
        """Return where the line starts, at the height b, if the chart reaches as far."""
        return (self.start,) if self.chart.x_scale.low <= 0.0 <= self.chart.x_scale.high else ()

    def move_points(self, x: Values, y: Values) -> Numbers:
        """Move the points elsewhere; the line follows. Return what holds now."""
        numbers = Numbers.of(x, y)
        line = numbers.slope, numbers.intercept
        self.points.set_values(x, y)
        self.line.set_line(*line)
        self.start.set_place(0.0, numbers.intercept)
        self.rise.set_values(x, y, numbers.slope)
        return numbers

    def draw_rods(self) -> VMobject:
        """Draw a rod at the height of each point, where the chart is now; points slide on it."""
        ends = [
            self.chart.places([self.chart.x_scale.low, self.chart.x_scale.high], [height] * 2)
            for height in self.data.y
        ]
        self.rods.points = polylines(np.array(ends))
        return self.rods

    def move(
        self, area: Box, others: Iterable[VMobject] = (), run_time: float = 1.1
    ) -> list[UpdateFromAlphaFunc]:
        """Return the animations that take the set, and ``others`` in its chart, to ``area``."""
        return self.chart.move(area, [self.line, self.points, *self._starts, *others], run_time)

    def heights(self, tilt: float, spread: float) -> Values:
        """Return the heights with ``tilt`` times the slope and ``spread`` times the residuals.

        The best line is tilted about the mean point; its residuals stay residuals.
        """
        x, y = self.data.x, self.data.y
        rise = self.numbers.slope * (x - x.mean())
        heights: Values = y.mean() + tilt * rise + spread * (y - y.mean() - rise)
        return heights

    def in_line(self, index: int) -> tuple[Values, float]:
        """Return the heights with the point ``index`` on the line of all others, and their r."""
        x, y = self.data.x, self.data.y
        others = Numbers.of(np.delete(x, index), np.delete(y, index))
        heights = y.copy()
        heights[index] = others.slope * x[index] + others.intercept
        return heights, others.r

    def parabola(self, colour: str) -> Curve:
        """Return the least-squares parabola through the points, from the first to the last."""
        x, y = self.data.x, self.data.y
        fit = fit_multiple(np.stack([x, x * x], axis=1), y)
        ends = float(x.min()), float(x.max())
        return Curve(
            self.chart,
            lambda u: fit.intercept + fit.coefficients[0] * u + fit.coefficients[1] * u * u,
            *ends,
            colour,
        )

    def ring(self, index: int, pen: Pen) -> Marker:
        """Return a ring about the point ``index``."""
        return ring(self.chart, float(self.data.x[index]), float(self.data.y[index]), pen)

    def in_the_corner(self, words: str, colour: str, pen: Pen, row: int = 0) -> Placed:
        """Return words for the set at home, in a row of the free corner under its line."""
        box = self.chart.box
        written = pen.sentence(words, colour, SMALLEST)
        return Placed(written, np.array([box.right, box.bottom + 0.4 + 0.5 * row, 0.0]), RIGHT)

    def _discs(self, pen: Pen) -> Points | Coins:
        """Return a disc for each point; many are small, a few that cover each other are coins."""
        x, y = self.data.x, self.data.y
        if not self.is_small:
            return Points(self.chart, x, y, pen.theme, radius=SMALL_DISC)
        return (Points if np.unique(x).size == x.size else Coins)(self.chart, x, y, pen.theme)

    def _triangle(self, pen: Pen) -> VMobject:
        """Return a step under the line: so far across, so far up."""
        heights = self.numbers.intercept + self.numbers.slope * TRIANGLE
        corners = self.chart.places(
            [TRIANGLE[0], TRIANGLE[1], TRIANGLE[1]], [heights[0], heights[0], heights[1]]
        )
        triangle = VMobject(stroke_color=pen.theme.slope, stroke_width=BOLD).set_z_index(1)
        triangle.points = polylines(corners[None])
        return triangle


def ring(chart: Chart, x: float, y: float, pen: Pen) -> Marker:
    """Return a ring about a value."""
    marker = Marker(chart, x, y, pen.theme.ink, pen.theme, radius=RING_RADIUS)
    marker.set_fill(opacity=0).set_stroke(width=BOLD)
    return marker
