"""Whole heights on two columns: those of the points against those of the line.

Up to the lower of the two, a point and the line have the same height. Put below both columns of
misses it changes no balance, and makes whole heights of them. What then stands there are sums
alone, however many points there are: D against N times b and B times a; where each height counts
x times, C against B times b and A times a.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.columns import Columns, Values, closed, named_sides, rings
from scenes.visuals.normal_equations.leaning import TURNED, Leaning
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

STROKE = 0.08  # how wide a height is drawn in the chart
# A block that is lower has no room for its name.
ROOM = 0.42


@dataclass(frozen=True)
class Names:
    """What the three blocks and the whole are called."""

    points: str
    slope: str
    intercept: str
    title: str


class Heights(Columns):
    """The columns of the points (x, y), each height times its lever.

    The pieces are the heights that point and line share, once on either side; they come from the
    chart, or as copies of those of ``source``. ``merged`` is how far the columns of the points and
    of the line have become blocks.
    """

    def __init__(
        self,
        pen: Pen,
        chart: Chart,
        points: tuple[Values, Values, Values],
        lines: list[tuple[float, float]],
        *,
        area: Box,
        names: Names,
        colour: str,
        source: "Heights | None" = None,
    ) -> None:
        theme = pen.theme
        title = pen.sentence(names.title, size=SMALLEST)
        super().__init__(area, title, named_sides(pen, "points", "line"), (colour, theme.muted))
        self.chart, self.source = chart, source
        self.x, self.y, self.levers = points
        self.merged = 0.0, 0.0
        self.pieces = VGroup(_drawn_in(theme.muted), _drawn_in(theme.muted))
        self.blocks = VGroup(*map(_drawn_in, (theme.point, theme.intercept, theme.slope)))
        self.names = VGroup(
            *(
                Placed(pen.formula(name, size=SMALLEST), np.zeros(3))
                for name in (names.points, names.intercept, names.slope)
            )
        )
        self.add(self.base, self.pieces, self.blocks, self.names)
        self.add(self.beam, self.title, self.sides)
        heights = [float(np.sum(self.levers * (a * self.x + b))) for a, b in lines]
        self.largest = max(*heights, float(np.sum(self.levers * self.y)))
        self.set_line(*lines[0])

    @property
    def unit(self) -> float:
        """Return how high one unit of y, or of x y, is drawn."""
        return self.tallest / self.largest

    @property
    def landed(self) -> float:
        """Return how high the pieces on either side are that have arrived."""
        return self.unit * float(np.sum(self._shares(len(self.x)) * self._shared()))

    def set_merged(self, points: float, line: float) -> Self:
        """Let the column of the points, and that of the line, become blocks."""
        self.merged = points, line
        return self.draw()

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        for part, start, end, merged in zip(
            self.pieces, self._starts(), self._slots(), self.merged, strict=True
        ):
            part.points = closed(self._on_the_way(start, end))
            _show(part, 1 - merged)
        points, line = self.merged
        corners = self._corners()
        for block, name, ring, merged in zip(
            self.blocks, self.names, corners, (points, line, line), strict=True
        ):
            block.points = closed(ring[None])
            _show(block, merged)
            name.put((ring[0] + ring[2]) / 2)
            tall = float(ring[2, 1] - ring[0, 1])
            name.set_opacity(merged * np.clip((tall - ROOM) / 0.1, 0, 1))
        self._draw_around((float(corners[0][2, 1]), float(corners[2][2, 1])))
        return self

    def _shared(self) -> Values:
        """Return the heights that each point shares with the line, times their levers."""
        shared: Values = self.levers * np.minimum(self.y, self.a * self.x + self.b)
        return shared

    def _slots(self) -> list[Values]:
        """Return the corners (n, 4, 3) of the pieces on their columns, for either side."""
        shared = self.unit * self._shared()
        top = self.floor + np.cumsum(shared)
        return [
            rings(np.array(middle - self.half), np.array(middle + self.half), top - shared, top)
            for middle in self.middles
        ]

    def _starts(self) -> list[Values]:
        """Return where the pieces come from."""
        if self.source:
            return self.source._slots()
        low = self.chart.places(self.x, 0.0)
        high = self.chart.places(self.x, np.minimum(self.y, self.a * self.x + self.b))
        middle = low[:, 0]
        return [rings(middle - STROKE / 2, middle + STROKE / 2, low[:, 1], high[:, 1])] * 2

    def _corners(self) -> Values:
        """Return the corners (3, 4, 3) of the blocks: of the points, every b, every a x."""
        left, right = self.middles
        sums = [
            float(np.sum(self.levers * heights)) for heights in (self.y, self.b, self.a * self.x)
        ]
        tall = self.unit * np.array(sums)
        low = self.floor + np.array([0.0, 0.0, tall[1]])
        middle = np.array([left, right, right])
        return rings(middle - self.half, middle + self.half, low, low + tall)


def both_heights(
    pen: Pen, chart: Chart, data: Dataset, leaning: Leaning
) -> tuple[Heights, Heights] | None:
    """Return the heights as a shift weighs them and as a turn does; None if some are not above 0.

    Far from 0 the columns would be so high that no beam is seen to tip.
    """
    lines = [leaning.line(share * TURNED, 0.0) for share in (1.0, 0.0)]
    above = chart.y_scale.low <= 0 <= data.y.min() and all(a > 0 and b > 0 for a, b in lines)
    if not (above and chart.x_scale.low <= 0 <= data.x.min()):
        return None
    shift = Heights(
        pen,
        chart,
        (data.x, data.y, np.ones_like(data.x)),
        lines,
        area=layout.FIRST_TALL,
        names=Names("D", "B slope(a)", "N intercept(b)", "heights"),
        colour=pen.theme.intercept,
    )
    turn = Heights(
        pen,
        chart,
        (data.x, data.y, data.x),
        lines,
        area=layout.SECOND_TALL,
        names=Names("C", "A slope(a)", "B intercept(b)", "$x$ · heights"),
        colour=pen.theme.slope,
        source=shift,
    )
    return shift, turn


def _drawn_in(colour: str) -> VMobject:
    return VMobject(stroke_color=colour, stroke_width=THIN, fill_color=colour)


def _show(part: VMobject, share: float) -> None:
    part.set_fill(opacity=share * SQUARE_OPACITY).set_stroke(opacity=share)
