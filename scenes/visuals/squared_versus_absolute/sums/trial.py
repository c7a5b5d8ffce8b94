"""One line on trial: it turns from a bad one to the best ones, and both of its sums follow."""

from dataclasses import dataclass

import numpy as np
from manim import ValueTracker, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import Residuals, Squares, StraightLine
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure, Values
from scenes.visuals.squared_versus_absolute.stray import Line, Stray
from scenes.visuals.squared_versus_absolute.sums.layers import bars
from scenes.visuals.squared_versus_absolute.sums.total import Poured, poured
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

# Beside the chart stand the two tanks.
AREA = Box(PICTURE.left, PICTURE.bottom, 9.0, PICTURE.height)
TANKS_LEFT = {SQUARED.noun: 3.1, ABSOLUTE.noun: 5.0}
# Where on the way each of the sums is least.
LEAST_AT = {SQUARED.noun: 1.0, ABSOLUTE.noun: 0.0}
# A bad line is beyond that of the squares by at least such a share of the way between both best
# lines, and at most nearly so far that it goes through the stray point.
LEAST_BAD, NEARLY_THROUGH = 0.3, 0.93


@dataclass(frozen=True)
class Trial:
    """A line on its way to the best one of the lengths (``share`` 0) past that of the squares (1).

    It begins at the share ``bad``.
    """

    x: Values
    y: Values
    ends: tuple[Line, Line]
    bad: float
    share: ValueTracker
    line: StraightLine
    squares: Squares
    lengths: Residuals
    squared: Poured
    absolute: Poured

    @property
    def tanks(self) -> list[VMobject]:
        """Return what is seen of both tanks."""
        return [
            part for one in (self.squared, self.absolute) for part in (*one.parts, one.tank.mark)
        ]

    def at(self) -> Line:
        """Return (a, b) of the line on screen."""
        return between(*self.ends, float(self.share.get_value()))

    def lowest(self, measure: Measure) -> float:
        """Return the least sum on the way so far."""
        share = max(float(self.share.get_value()), LEAST_AT[measure.noun])
        return float(measure.total(self.x, self.y, *between(*self.ends, share)))

    def follow(self) -> None:
        """Let the line, its squares and lengths and both sums follow."""
        for part in (self.line, self.squares, self.lengths):
            part.add_updater(lambda m: m.set_line(*self.at()))
        for one in (self.squared, self.absolute):
            one.layers.add_updater(
                lambda m, of=one.measure: m.set_amounts(of.amounts(self.x, self.y, *self.at()))
            )


def trial(pen: Pen, chart: Chart, stray: Stray, far: float) -> Trial:
    """Return the line on trial in ``chart`` for the stray point at the height ``far``."""
    theme, seen = pen.theme, chart.area
    ends = stray.absolute(far), stray.squared(far)
    # Those nearest to the tanks pour first: no piece overtakes another one.
    x, y = stray.points(far)
    order = np.argsort(-x, kind="stable")
    x, y = x[order], y[order]
    chart.set_area(AREA)
    bad = _bad(chart, ends, x, stray.x, far)
    start = between(*ends, bad)
    squares = Squares(chart, x, y, start, theme, colour=theme.squared)
    lengths = Residuals(chart, x, y, start, theme, colour=theme.absolute)
    upright = bars(chart.places(x, y), chart.places(x, np.polyval(start, x)))

    def total_of(measure: Measure, corners: Values) -> Poured:
        tried = [between(*ends, share) for share in (0.0, 1.0, bad)]
        most = max(float(measure.total(x, y, *line)) for line in tried)
        amounts = measure.amounts(x, y, *start)
        left = TANKS_LEFT[measure.noun]
        return poured(pen, measure, corners, amounts, left=left, most=most)

    parts = Trial(
        x,
        y,
        ends,
        bad,
        ValueTracker(bad).set_z_index(1),
        StraightLine(chart, *start, theme.ink, width=BOLD + 4).set_z_index(2),
        squares.set_z_index(1),
        lengths.set_z_index(3),
        total_of(SQUARED, squares.corners()),
        total_of(ABSOLUTE, upright),
    )
    chart.set_area(seen)
    return parts


def between(start: Line, end: Line, share: float) -> Line:
    """Return the line that has turned ``share`` of the way from ``start`` to ``end``."""
    (a, b), (c, d) = start, end
    return (1 - share) * a + share * c, (1 - share) * b + share * d


def _bad(chart: Chart, ends: tuple[Line, Line], x: Values, stray: float, far: float) -> float:
    """Return the share of a line that goes nearly through (``stray``, ``far``) and stays in sight.

    Both sums fall all the way from there, since they are convex and the way is straight.
    """
    at = np.array([stray, x.min(), x.max()])
    start, way = np.polyval(ends[0], at), np.polyval(ends[1], at) - np.polyval(ends[0], at)
    edge = np.where(way[1:] > 0, chart.y_scale.high, chart.y_scale.low)
    limits = np.append(far, edge) - start
    shares = np.divide(limits, way, out=np.full_like(way, np.inf), where=way != 0)
    return float(max(1 + LEAST_BAD, min(NEARLY_THROUGH * shares[0], *shares[1:])))
