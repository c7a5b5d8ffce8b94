"""The misses on two columns: what is above the line against what is below it.

A piece of a column is as high as one residual times its lever: 1 where the line is shifted, x
where it is turned. Positive ones stand on the left, negative ones on the right, so the beam is
level exactly where their sum is 0.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import Columns, Values, closed, rings
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER, TURNED, Leaning
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

STROKE = 0.06  # how wide a residual is drawn
# More pieces than these would be nothing but outlines.
MOST_OUTLINES = 60


class Misses(Columns):
    """The columns of ``points``: x, y and their levers.

    ``lines`` are those that there must be room for; ``colours`` are those of the beam, of the
    ground and of the pieces. Pieces come from the chart, or as copies of those of ``source``.
    """

    def __init__(
        self,
        chart: Chart,
        points: tuple[Values, Values, Values],
        lines: list[tuple[float, float]],
        *,
        area: Box,
        title: VMobject,
        sides: tuple[VMobject, VMobject],
        colours: tuple[str, str, str],
        source: "Misses | None" = None,
    ) -> None:
        beam, ground, piece = colours
        super().__init__(area, title, sides, (beam, ground))
        self.chart, self.source = chart, source
        self.x, self.y, self.levers = points
        few = len(self.x) <= MOST_OUTLINES
        self.pieces = VMobject(
            stroke_color=piece,
            stroke_width=THIN if few else 0,
            fill_color=piece,
            fill_opacity=SQUARE_OPACITY if few else 1,
        )
        self.add(self.base, self.pieces, self.beam, self.title, self.sides)
        self.largest = max(float(max(self._sums(*line))) for line in lines) or 1.0
        self.set_line(*lines[0])

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        ends, tops = self._columns()
        start = self.source._columns()[0] if self.source else self._residuals()
        self.pieces.points = closed(self._on_the_way(start, ends))
        self._draw_around(tops)
        return self

    @property
    def flying(self) -> tuple[VMobject, ...]:
        """What moves while the pieces gather."""
        return (self.pieces,)

    def _weighed(self, a: float, b: float) -> Values:
        weighed: Values = self.levers * (self.y - (a * self.x + b))
        return weighed

    def _sums(self, a: float, b: float) -> tuple[float, float]:
        weighed = self._weighed(a, b)
        return float(weighed[weighed > 0].sum()), float(-weighed[weighed < 0].sum())

    def _columns(self) -> tuple[Values, tuple[float, float]]:
        """Return the corners (n, 4, 3) of the pieces, and how high the two columns reach."""
        weighed = self._weighed(self.a, self.b)
        unit = self.tallest / self.largest
        sides = [np.maximum(weighed, 0), np.maximum(-weighed, 0)]
        tops = [self.floor + unit * np.cumsum(side) for side in sides]
        top = np.where(weighed > 0, *tops)
        low = top - unit * np.abs(weighed)
        middle = np.where(weighed > 0, *self.middles)
        return rings(middle - self.half, middle + self.half, low, top), (tops[0][-1], tops[1][-1])

    def _residuals(self) -> Values:
        """Return the corners (n, 4, 3) of the residuals in the chart."""
        at_point = self.chart.places(self.x, self.y)
        at_line = self.chart.places(self.x, self.a * self.x + self.b)
        low, high = np.sort([at_point[:, 1], at_line[:, 1]], axis=0)
        return rings(at_point[:, 0] - STROKE / 2, at_point[:, 0] + STROKE / 2, low, high)


def both_misses(pen: Pen, chart: Chart, data: Dataset, leaning: Leaning) -> tuple[Misses, Misses]:
    """Return the misses as a shift weighs them, and as a turn does: with their levers."""
    theme = pen.theme
    turned = leaning.line(TURNED, 0.0)
    shift = Misses(
        chart,
        (data.x, data.y, np.ones_like(data.x)),
        [leaning.line(TURNED, NEARER), leaning.line(TURNED, BEYOND), turned],
        area=layout.FIRST,
        title=pen.formula('res("misses")', size=SMALLEST),
        sides=named_sides(pen, "above", "below"),
        colours=(theme.intercept, theme.muted, theme.residual),
    )
    # Far from 0 all levers would look alike. Where the residuals add up to 0, and only there is
    # this beam shown, levers from the mean have the same sum.
    mean = float(data.x.mean())
    near = abs(mean) <= float(np.ptp(data.x))
    levers_from = 0.0 if near else mean
    one_sided = bool(np.all(data.x >= levers_from))
    turn = Misses(
        chart,
        (data.x, data.y, data.x - levers_from),
        [turned],
        area=layout.SECOND,
        title=pen.formula('x dot res("misses")', size=SMALLEST),
        sides=named_sides(pen, *(("above", "below") if one_sided else ("plus", "minus"))),
        colours=(theme.slope, theme.muted, theme.residual),
        source=shift,
    )
    return shift, turn


def named_sides(pen: Pen, left: str, right: str) -> tuple[VMobject, VMobject]:
    """Return what stands below the two columns."""
    muted = pen.theme.muted
    return pen.sentence(left, muted, SMALLEST), pen.sentence(right, muted, SMALLEST)
