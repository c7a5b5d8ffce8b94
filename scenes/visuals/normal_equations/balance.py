"""Two columns and a beam across them: what is above the line against what is below it.

A piece of a column is as high as one residual times its lever: 1 for the sum of the residuals, x
for the second equation. Positive ones stand on the left, negative ones on the right, so the beam
is level exactly where their sum is 0.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, THIN, Box

Values = NDArray[np.float64]

TITLE_ROW = 0.62
HEADROOM = 0.3
COLUMN, OVERHANG = 0.3, 0.06  # shares of the width
STROKE = 0.06  # how wide a residual is drawn
FLYING = 8
# More pieces than these would be nothing but outlines.
MOST_OUTLINES = 60


class Balance(VGroup):
    """The columns, the beam and a title below, for ``points``: x, y and their levers.

    ``lines`` are those that it must have room for; ``colours`` are those of the beam, of the
    pieces and of the ground that they stand on. Pieces come from the chart, or as copies of those
    of ``source``.
    """

    def __init__(
        self,
        chart: Chart,
        points: tuple[Values, Values, Values],
        lines: list[tuple[float, float]],
        *,
        area: Box,
        title: VMobject,
        colours: tuple[str, str, str],
        source: "Balance | None" = None,
    ) -> None:
        super().__init__()
        beam, piece, ground = colours
        self.chart, self.source = chart, source
        self.x, self.y, levers = points
        self.levers = levers
        self.pieces = VMobject(
            stroke_color=piece,
            stroke_width=THIN if len(levers) <= MOST_OUTLINES else 0,
            fill_color=piece,
            fill_opacity=SQUARE_OPACITY if len(levers) <= MOST_OUTLINES else 1,
        )
        self.base = VMobject(stroke_color=ground, stroke_width=THIN)
        self.beam = VMobject(stroke_color=beam, stroke_width=BOLD)
        self.title = Placed(title, np.zeros(3))
        self.add(self.base, self.pieces, self.beam, self.title)
        self.largest = max(float(max(self._sums(*line))) for line in lines) or 1.0
        self.gathered = 1.0
        self.area = area
        self.set_line(*lines[0])

    def set_line(self, a: float, b: float) -> Self:
        """Weigh the residuals of y = a x + b."""
        self.a, self.b = a, b
        return self.draw()

    def set_area(self, area: Box) -> Self:
        """Stand in ``area``: a pure function of the area."""
        self.area = area
        return self.draw()

    def set_gathered(self, share: float) -> Self:
        """Show the pieces after ``share`` of their way to the columns."""
        self.gathered = share
        return self.draw()

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        n = len(self.levers)
        way = np.clip((self.gathered * (n + FLYING) - np.arange(n)) / FLYING, 0, 1)[:, None, None]
        eased = way * way * (3 - 2 * way)
        rings, tops = self._columns()
        if self.gathered < 1:
            start = self.source._columns()[0] if self.source else self._residuals()
            rings = eased * rings + (1 - eased) * start
        self.pieces.points = polylines(np.concatenate([rings, rings[:, :1]], axis=1))
        left, right = self._middles()
        reach = OVERHANG * self.area.width
        rise = reach * (tops[1] - tops[0]) / (right - left)
        ends = [(left - reach, tops[0] - rise, 0.0), (right + reach, tops[1] + rise, 0.0)]
        self.beam.points = polylines(np.array([ends]))
        floor = [(self.area.left, self._floor, 0.0), (self.area.right, self._floor, 0.0)]
        self.base.points = polylines(np.array([floor]))
        self.title.put(np.array([self.area.middle[0], self.area.bottom + 0.2, 0.0]))
        return self

    @property
    def _floor(self) -> float:
        return self.area.bottom + TITLE_ROW

    def _weighed(self, a: float, b: float) -> Values:
        weighed: Values = self.levers * (self.y - (a * self.x + b))
        return weighed

    def _sums(self, a: float, b: float) -> tuple[float, float]:
        weighed = self._weighed(a, b)
        return float(weighed[weighed > 0].sum()), float(-weighed[weighed < 0].sum())

    def _middles(self) -> tuple[float, float]:
        share = OVERHANG + COLUMN / 2
        left, width = self.area.left, self.area.width
        return left + share * width, left + (1 - share) * width

    def _columns(self) -> tuple[Values, tuple[float, float]]:
        """Return the corners (n, 4, 3) of the pieces, and how high the two columns reach."""
        weighed = self._weighed(self.a, self.b)
        unit = (self.area.height - TITLE_ROW - HEADROOM) / self.largest
        sides = [np.maximum(weighed, 0), np.maximum(-weighed, 0)]
        tops = [self._floor + unit * np.cumsum(side) for side in sides]
        top = np.where(weighed > 0, *tops)
        low = top - unit * np.abs(weighed)
        middle = np.where(weighed > 0, *self._middles())
        half = COLUMN * self.area.width / 2
        return _rings(middle - half, middle + half, low, top), (tops[0][-1], tops[1][-1])

    def _residuals(self) -> Values:
        """Return the corners (n, 4, 3) of the residuals in the chart."""
        at_point = self.chart.places(self.x, self.y)
        at_line = self.chart.places(self.x, self.a * self.x + self.b)
        low, high = np.sort([at_point[:, 1], at_line[:, 1]], axis=0)
        return _rings(at_point[:, 0] - STROKE / 2, at_point[:, 0] + STROKE / 2, low, high)


def _rings(left: Values, right: Values, low: Values, high: Values) -> Values:
    flat = np.zeros_like(left)
    ring = ((left, low), (right, low), (right, high), (left, high))
    return np.stack([np.stack([u, v, flat], axis=-1) for u, v in ring], axis=1)
