"""Four sets of points, each in a chart of its own that can grow to the whole picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import UpdateFromAlphaFunc, VMobject

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from core.tables.dataset import Dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve, Marker, Values
from scenes.visuals.plot.regression import Points, Residuals, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

CARD_HEIGHT = 0.75
GAP = 0.45
# The start of a line reaches a little over the axis.
WHOLE = Box(PICTURE.left + 0.15, PICTURE.bottom, PICTURE.width - 0.15, PICTURE.height - CARD_HEIGHT)
X_SCALE, Y_SCALE = Scale(0.0, 20.5), Scale(1.5, 14.0)
GROWN = 6.3  # wider than this, a chart has ticks and titles
RING_RADIUS = 0.3
START_RADIUS = 0.13  # of the point at which the line starts, at the height b


@dataclass(frozen=True)
class Numbers:
    """What the card says of a set of points."""

    slope: float
    intercept: float
    r: float

    @classmethod
    def of(cls, x: Values, y: Values) -> Self:
        """Fit and test."""
        fit = fit_line(x, y)
        return cls(fit.slope, fit.intercept, pearson_test(x, y).r)


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

    def __init__(self, number: int, data: Dataset, pen: Pen) -> None:
        theme = pen.theme
        self.data, self.home = data, cell_box(number)
        self.numbers = Numbers.of(data.x, data.y)
        self.chart = Chart(
            pen,
            self.home,
            X_SCALE,
            Y_SCALE,
            titles=("$x$", "$y$"),
            ticks_from=GROWN,
            titles_from=GROWN,
        )
        line = self.numbers.slope, self.numbers.intercept
        self.points = Points(self.chart, data.x, data.y, theme).set_z_index(4)
        self.line = StraightLine(self.chart, *line, theme.ink).set_z_index(2)
        self.residuals = Residuals(self.chart, data.x, data.y, line, theme).set_z_index(1)
        self.start = Marker(
            self.chart, 0.0, line[1], theme.intercept, theme, radius=START_RADIUS
        ).set_z_index(3)

    @property
    def picture(self) -> tuple[VMobject, ...]:
        """Return what is always seen of the set."""
        return self.chart, self.line, self.points, self.start

    def set_y(self, y: Values) -> Numbers:
        """Move the points to other heights; the line follows. Return what holds now."""
        numbers = Numbers.of(self.data.x, y)
        self.points.set_values(self.data.x, y)
        self.line.set_line(numbers.slope, numbers.intercept)
        self.start.set_place(0.0, numbers.intercept)
        self.residuals.y = y
        self.residuals.set_line(numbers.slope, numbers.intercept)
        return numbers

    def move(
        self, area: Box, others: Iterable[VMobject] = (), run_time: float = 1.1
    ) -> list[UpdateFromAlphaFunc]:
        """Return the animations that take the set, and ``others`` in its chart, to ``area``."""
        return self.chart.move(area, [self.line, self.points, self.start, *others], run_time)

    def spread(self, factor: float) -> Values:
        """Return the heights when every point is ``factor`` times as far from the line.

        The line stays the best one.
        """
        on_the_line = self.numbers.slope * self.data.x + self.numbers.intercept
        heights: Values = on_the_line + factor * (self.data.y - on_the_line)
        return heights

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


def ring(chart: Chart, x: float, y: float, pen: Pen) -> Marker:
    """Return a ring about a value."""
    marker = Marker(chart, x, y, pen.theme.ink, pen.theme, radius=RING_RADIUS)
    marker.set_fill(opacity=0).set_stroke(width=BOLD)
    return marker
