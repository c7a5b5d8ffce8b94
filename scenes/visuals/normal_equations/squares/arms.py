"""What a small move of the line does to squares: each gains two arms or loses two.

A square on a miss gains two arms, each as long as the miss and as wide as the line moves there, and
a corner; or it loses two arms that share a corner, which is given back. Stood upright on each other
the arms are as high as all misses.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.normal_equations.beams.columns import (
    MOST_OUTLINES,
    Values,
    closed,
    in_box,
    on_the_way,
    rings,
)
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import openings
from scenes.visuals.writing.screen import THIN

GAINED, LOST = 0.85, 0.3  # how opaque arms are
CORNER = 0.9


class TwoArms(VGroup):
    """The arms between the squares of the points (x, y) for one line and for another.

    One part holds what is lost, the other what is gained: that is bright. ``corners`` are beside
    them. ``colours`` are those of arms and of corners.
    """

    def __init__(
        self,
        chart: Chart,
        points: tuple[Values, Values],
        lines: tuple[Line, Line],
        colours: tuple[str, str],
    ) -> None:
        colour, corner = colours
        few = len(points[0]) <= MOST_OUTLINES
        super().__init__(
            *(
                VMobject(
                    stroke_color=colour,
                    stroke_width=THIN if few else 0,
                    fill_color=colour,
                    fill_opacity=opacity,
                )
                for opacity in (LOST, GAINED)
            )
        )
        self.corners = VMobject(stroke_width=0, fill_color=corner, fill_opacity=CORNER)
        self.chart, self.points_at, self.lines = chart, points, lines

    def set_line(self, a: float, b: float) -> Self:
        """Show the arms between the first line and y = a x + b."""
        self.lines = self.lines[0], (a, b)
        return self.draw()

    def draw(self) -> Self:
        """Draw them where the chart is now."""
        return self._show(self._upright(), self._lying())

    def _show(self, *arms: Values) -> Self:
        before, after = map(self._sides, self.lines)
        gained = after > before
        for part, those in zip(self, (~gained, gained), strict=True):
            part.points = closed(np.concatenate([ring[those] for ring in arms]))
        self.corners.points = closed(self._at_corners())
        return self

    def _upright(self) -> Values:
        """Return the corners (n, 4, 3) of the arms that stand at the ends of the squares."""
        x, y, side, up, inner, outer = self._shape()
        long = self._sides(self.lines[0])
        return rings(*_sorted(x + side * inner, x + side * outer), *_sorted(y, y + up * long))

    def _lying(self) -> Values:
        """Return the corners (n, 4, 3) of the arms that lie along the line."""
        x, y, side, up, inner, outer = self._shape()
        long = self._sides(self.lines[0])
        return rings(*_sorted(x, x + side * long), *_sorted(y + up * inner, y + up * outer))

    def _at_corners(self) -> Values:
        """Return the corners (n, 4, 3) of what is between both arms, or shared by them."""
        x, y, side, up, inner, outer = self._shape()
        across = _sorted(x + side * inner, x + side * outer)
        return rings(*across, *_sorted(y + up * inner, y + up * outer))

    def _shape(self) -> tuple[Values, ...]:
        """Return where the points are, to where their squares open, and how large they are."""
        before, after = map(self._sides, self.lines)
        at_point, at_line = self._places(), self._places(self.lines[0])
        up = np.where(at_line[:, 1] > at_point[:, 1], 1.0, -1.0)
        side = openings(self.chart, at_point)
        inner, outer = np.sort([before, after], axis=0)
        return at_point[:, 0], at_point[:, 1], side, up, inner, outer

    def _sides(self, line: Line) -> Values:
        sides: Values = np.abs(self._places(line)[:, 1] - self._places()[:, 1])
        return sides

    def _places(self, line: Line | None = None) -> Values:
        """Return where the points are, or a line at their x; beyond the chart at its edge."""
        x, y = self.points_at
        return in_box(self.chart.box, self.chart.places(x, line[0] * x + line[1] if line else y))


class Arms(TwoArms):
    """The arms of all points, on their way to the columns of their misses."""

    def __init__(self, misses: Misses, lines: tuple[Line, Line], colours: tuple[str, str]) -> None:
        super().__init__(misses.chart, (misses.weights.x, misses.weights.y), lines, colours)
        self.misses = misses
        self.gathered = 0.0

    def set_gathered(self, share: float) -> Self:
        """Show the arms after ``share`` of their way to the columns."""
        self.gathered = share
        return self.draw()

    def draw(self) -> Self:
        """Draw them where the chart and the columns are now: both arms of a point side by side."""
        slots = self.misses.slots()
        left, right = slots.copy(), slots.copy()
        middle = slots[:, :, 0].mean(axis=1)[:, None]
        left[:, 1:3, 0], right[:, [0, 3], 0] = middle, middle
        return self._show(
            on_the_way(self._upright(), left, self.gathered),
            on_the_way(self._lying(), right, self.gathered, turned=True),
        )


def _sorted(one: Values, other: Values) -> tuple[Values, Values]:
    return np.minimum(one, other), np.maximum(one, other)
