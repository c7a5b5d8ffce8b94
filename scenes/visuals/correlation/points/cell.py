"""Points in one large chart, with their line and what r compares."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from manim import Mobject, UpdateFromAlphaFunc, VMobject, linear, smooth

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.tables.dataset import Dataset
from scenes.visuals.correlation.points.axes import NamedAxes
from scenes.visuals.correlation.points.coins import Coins, shrunk
from scenes.visuals.correlation.points.rise import Rise
from scenes.visuals.plot.chart import Drawn
from scenes.visuals.plot.curve import Marker, Values
from scenes.visuals.plot.regression import Points, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, THIN, Box

CARD_HEIGHT = 1.15
# The start of a line reaches a little over the axis, and the name of x stands behind its end.
WHOLE = Box(PICTURE.left + 0.15, PICTURE.bottom, PICTURE.width - 0.6, PICTURE.height - CARD_HEIGHT)
X_SCALE, Y_SCALE = Scale(0.0, 19.9), Scale(2.0, 14.0)
NAMES = "$x$", "$y$"
GROWN = 9.0  # wider than this, a chart has ticks and titles
START_RADIUS = 0.15  # of the point at which the line starts, at the height b
ROD_OPACITY = 0.6
LINE_WIDTH = 8.0
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


class Cell:
    """The points of a table: their chart, their line, the lengths that r compares, their levels."""

    def __init__(
        self,
        data: Dataset,
        pen: Pen,
        scales: tuple[Scale, Scale] = (X_SCALE, Y_SCALE),
        titles: tuple[VMobject, VMobject] | None = None,
    ) -> None:
        theme = pen.theme
        self.data, self.numbers = data, Numbers.of(data.x, data.y)
        self.chart = NamedAxes(
            pen,
            WHOLE,
            *scales,
            names=("", "") if titles else NAMES,
            titles=titles or ("", ""),
            ticks_from=GROWN,
            titles_from=GROWN,
        )
        self.full_width = self.chart.box.width
        self.shape = self.chart.box.height / self.full_width
        slope, intercept = self.numbers.slope, self.numbers.intercept
        self.points = self._discs(pen).set_z_index(4)
        self.line = StraightLine(
            self.chart, slope, intercept, theme.ink, width=LINE_WIDTH
        ).set_z_index(2)
        self.rise = Rise(self.chart, data.x, data.y, slope, pen).set_z_index(3)
        self.start = Marker(
            self.chart, 0.0, intercept, theme.intercept, theme, radius=START_RADIUS
        ).set_z_index(3)
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
        if not self.chart.y_scale.low <= numbers.intercept <= self.chart.y_scale.high:
            self.start.points = np.zeros((0, 3))
        self.rise.set_values(x, y, numbers.slope)
        return numbers

    def draw_rods(self) -> VMobject:
        """Draw a rod at the height of each point, where the chart is now; points slide on it."""
        ends = [
            self.chart.places([self.chart.x_scale.low, self.chart.x_scale.high], [height] * 2)
            for height in self.points.y
        ]
        self.rods.points = polylines(np.array(ends))
        return self.rods

    def set_area(self, area: Box) -> None:
        """Lay the chart out as wide as ``area``, and so high that its axes keep their shape."""
        self.chart.set_area(area)
        beside = area.height - self.chart.box.height
        height = self.shape * self.chart.box.width + beside
        # Its top stays on its way: there stands the card.
        self.chart.set_area(replace(area, bottom=area.top - height, height=height))
        self.start.size = shrunk(self.chart.box.width / self.full_width)

    def put_back(self, area: Box = WHOLE) -> None:
        """Come to an area, unseen."""
        self.set_area(area)
        for part in (self.line, self.points, *self._starts):
            part.draw()

    def move(
        self, area: Box, others: Iterable[VMobject] = (), run_time: float = 1.1
    ) -> list[UpdateFromAlphaFunc]:
        """Return the animations that take the set, and ``others`` in its chart, to ``area``.

        The axes keep the shape that they have: no line becomes steeper on its way. So the height
        of ``area`` is that which goes with its width.
        """
        start = self.chart.area

        def go(_: Mobject, share: float) -> None:
            self.set_area(start.towards(area, smooth(share)))

        def follow(part: Drawn, _: float) -> None:
            part.draw()

        parts = (self.line, self.points, *self._starts, *others)
        return [
            UpdateFromAlphaFunc(self.chart, go, run_time=run_time, rate_func=linear),
            *(
                UpdateFromAlphaFunc(part, follow, run_time=run_time, rate_func=linear)
                for part in parts
            ),
        ]

    def heights(self, spread: float) -> Values:
        """Return the heights with ``spread`` times the residuals: they have the same line."""
        x, y = self.data.x, self.data.y
        on_line = y.mean() + self.numbers.slope * (x - x.mean())
        heights: Values = on_line + spread * (y - on_line)
        return heights

    def _discs(self, pen: Pen) -> Points | Coins:
        """Return a disc for each point; few of them may cover each other, many are small."""
        chart, x, y = self.chart, self.data.x, self.data.y
        if self.is_small:
            return Coins(chart, x, y, pen.theme)
        return Points(chart, x, y, pen.theme, radius=SMALL_DISC)
