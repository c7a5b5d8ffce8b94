"""The misses on two columns: what is above the line against what is below it.

A piece of a column is as high as one residual times its lever: 1 where the line is shifted, x
where it is turned. Positive ones stand on the left, negative ones on the right, so the beam is
level exactly where their sum is 0.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import (
    MOST_OUTLINES,
    Columns,
    Values,
    closed,
    in_box,
    named_sides,
    on_the_way,
    rings,
)
from scenes.visuals.normal_equations.beams.groups import Weights, groups_of
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER, TURNED, Leaning, Line
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

STROKE = 0.06  # how wide a residual is drawn


class Misses(Columns):
    """The columns of points, or of groups of them, by what they weigh.

    There is room for ``largest`` on one column; ``colours`` are those of the beam, of the ground
    and of the pieces. Pieces come from the chart, or as copies of those of ``source``.
    """

    def __init__(
        self,
        chart: Chart,
        weights: Weights,
        largest: float,
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
        self.weights = weights
        self.largest, self.gathered = largest, 1.0
        few = len(weights.x) <= MOST_OUTLINES
        self.pieces = VGroup(
            *(
                VMobject(
                    stroke_color=piece,
                    stroke_width=THIN if few else 0,
                    fill_color=piece,
                    fill_opacity=SQUARE_OPACITY if few else 1,
                )
                for _ in sides
            )
        )
        self.add(self.base, self.pieces, self.beam, self.title, self.sides, self.note)

    def make_room(self, area: Box, lines: list[Line]) -> Self:
        """Stand in ``area``, as high as it allows for these lines; pieces come from the chart."""
        self.source = None
        self.note.submobjects = []
        self.largest = largest(self.weights, lines)
        return self.set_area(area)

    def set_unit(self, unit: float) -> Self:
        """Draw 1 so high."""
        self.largest = self.tallest / unit
        return self.draw()

    def set_gathered(self, share: float) -> Self:
        """Show the pieces after ``share`` of their way to the columns."""
        self.gathered = share
        return self.draw()

    @property
    def unit(self) -> float:
        """Return how high a miss of 1 is drawn, times its lever."""
        return self.tallest / self.largest

    def draw(self) -> Self:
        """Draw everything where the area, the line and the chart are now."""
        ends, tops = self._columns()
        start = self.source.slots() if self.source else self.in_chart()
        pieces = on_the_way(start, ends, self.gathered)
        above = self._weighed() > 0
        for part, those in zip(self.pieces, (above, ~above), strict=True):
            part.points = closed(pieces[those])
        self._draw_around(tops)
        return self

    def slots(self) -> Values:
        """Return the corners (n, 4, 3) of the pieces on their columns."""
        return self._columns()[0]

    def _weighed(self) -> Values:
        return self.weights.misses(self.a, self.b)

    def _columns(self) -> tuple[Values, tuple[float, float]]:
        """Return the corners (n, 4, 3) of the pieces, and how high the two columns reach."""
        misses = self._weighed()
        sides = [np.maximum(misses, 0), np.maximum(-misses, 0)]
        tops = [self.floor + self.unit * np.cumsum(side) for side in sides]
        top = np.where(misses > 0, *tops)
        low = top - self.unit * np.abs(misses)
        middle = np.where(misses > 0, *self.middles)
        return rings(middle - self.half, middle + self.half, low, top), (tops[0][-1], tops[1][-1])

    def in_chart(self) -> Values:
        """Return the corners (n, 4, 3) of the residuals in the chart, cut at its edge."""
        x, y = self.weights.x, self.weights.y
        at_point = in_box(self.chart.box, self.chart.places(x, y))
        at_line = in_box(self.chart.box, self.chart.places(x, self.a * x + self.b))
        low, high = np.sort([at_point[:, 1], at_line[:, 1]], axis=0)
        return rings(at_point[:, 0] - STROKE / 2, at_point[:, 0] + STROKE / 2, low, high)


def both_misses(
    pen: Pen, chart: Chart, data: Dataset, leaning: Leaning, rounds: list[Line]
) -> tuple[Misses, Misses]:
    """Return the misses as a shift weighs them, and as a turn does: with their levers.

    There is room for those of the lines of ``rounds``, too.
    """
    theme = pen.theme
    turned = leaning.line(TURNED, 0.0)
    # Far from 0 all levers would look alike. Where the residuals add up to 0, and only there is
    # the second beam shown, levers from the mean have the same sum.
    mean = float(data.x.mean())
    near = abs(mean) <= float(np.ptp(data.x))
    levers = np.ones_like(data.x), data.x - (0.0 if near else mean)
    group = groups_of(data.x, data.y, leaning.landscape.fit)
    weights = [Weights.of(data.x, data.y, one, group) for one in levers]
    shifted = leaning.line(TURNED, NEARER), leaning.line(TURNED, BEYOND)
    lines = [*shifted, turned, *rounds], [turned, *rounds]
    most = [largest(weights[k], lines[k]) for k in range(2)]
    shift = Misses(
        chart,
        weights[0],
        most[0],
        area=layout.ALONE,
        title=pen.formula('res("misses")', size=SMALLEST),
        sides=named_sides(pen, "above", "below"),
        colours=(theme.intercept, theme.muted, theme.residual),
    )
    one_sided = bool(np.all(levers[1] >= 0))
    turn = Misses(
        chart,
        weights[1],
        most[1],
        area=layout.SECOND,
        title=pen.formula('x dot res("misses")', size=SMALLEST),
        sides=named_sides(pen, *(("above", "below") if one_sided else ("plus", "minus"))),
        colours=(theme.slope, theme.muted, theme.residual),
        source=shift,
    )
    return shift.set_line(*turned), turn.set_line(*turned)


def largest(weights: Weights, lines: list[tuple[float, float]]) -> float:
    """Return the largest sum of misses on either column, for any of some lines."""
    misses = [weights.misses(*line) for line in lines]
    sums = (max(np.maximum(m, 0).sum(), np.maximum(-m, 0).sum()) for m in misses)
    return float(max(sums)) or 1.0
