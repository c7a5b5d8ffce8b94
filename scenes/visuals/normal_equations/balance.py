"""Two columns and a beam across them: what is above the line against what is below it.

A piece of a column is as high as one residual times its lever: 1 for the sum of the residuals, x
for the second equation. Positive ones stand on the left, negative ones on the right, so the beam
is level exactly where their sum is 0. It lies on the columns: on the inner corner of the higher
one, and on the outer corner of the other.
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
SIDES_ROW, SIDES_FROM, SIDES_GROW = 0.5, 2.3, 0.5  # their room, as the area grows wider
HEADROOM = 0.5
COLUMN, OVERHANG = 0.24, 0.06  # shares of the width
RESTS = 0.04  # half of its stroke above what the beam lies on
STROKE = 0.06  # how wide a residual is drawn
FLYING = 8
# More pieces than these would be nothing but outlines.
MOST_OUTLINES = 60


class Balance(VGroup):
    """The columns, the beam and writing below, for ``points``: x, y and their levers.

    The writing is a title and, where there is room, what stands on each of the two ``sides``.

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
        sides: tuple[VMobject, VMobject],
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
        self.sides = VGroup(*(Placed(side, np.zeros(3)) for side in sides))
        self.add(self.base, self.pieces, self.beam, self.title, self.sides)
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
        # Down first: what stands beside the chart is not crossed.
        eased = np.concatenate([way**2, 1 - (1 - way) ** 2, way], axis=2)
        rings, tops = self._columns()
        if self.gathered < 1:
            start = self.source._columns()[0] if self.source else self._residuals()
            rings = eased * rings + (1 - eased) * start
        self.pieces.points = polylines(np.concatenate([rings, rings[:, :1]], axis=1))
        left, right = self._middles()
        half = COLUMN / 2 * self.area.width
        steep = (tops[1] - tops[0]) / (right - left)
        lying = half * abs(steep) + RESTS
        ends = [
            (left - half, tops[0] - half * steep + lying, 0.0),
            (right + half, tops[1] + half * steep + lying, 0.0),
        ]
        self.beam.points = polylines(np.array([ends]))
        floor = [(self.area.left, self._floor, 0.0), (self.area.right, self._floor, 0.0)]
        self.base.points = polylines(np.array([floor]))
        self.title.put(np.array([self.area.middle[0], self.area.bottom + 0.2, 0.0]))
        for side, middle in zip(self.sides, (left, right), strict=True):
            side.put(np.array([middle, self._floor - 0.36, 0.0]))
            side.set_opacity(max(0.0, 2 * self._roomy - 1))
        return self

    @property
    def _roomy(self) -> float:
        """Return how much of the room for the writing of the sides there is."""
        return float(np.clip((self.area.width - SIDES_FROM) / SIDES_GROW, 0, 1))

    @property
    def _floor(self) -> float:
        return self.area.bottom + TITLE_ROW + SIDES_ROW * self._roomy

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
        unit = (self.area.top - self._floor - HEADROOM) / self.largest
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
