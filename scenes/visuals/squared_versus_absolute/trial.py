"""One line on trial: it turns from one best line to the other, and both of its sums follow."""

from dataclasses import dataclass

import numpy as np
from manim import ValueTracker

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import Residuals, Squares, StraightLine
from scenes.visuals.squared_versus_absolute.layers import bars
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure, Values
from scenes.visuals.squared_versus_absolute.stray import Line, Stray
from scenes.visuals.squared_versus_absolute.sums import Sum, tank_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

# Beside the chart stand the two tanks.
AREA = Box(PICTURE.left, PICTURE.bottom, 9.0, PICTURE.height)
TANKS_LEFT = {SQUARED.noun: 3.2, ABSOLUTE.noun: 5.42}
# How far the line turns beyond either best line, in the way between them.
BEYOND = 0.3


@dataclass(frozen=True)
class Trial:
    """A line between the best one of the lengths (``share`` 0) and that of the squares (1).

    ``lift`` is how far it is above that, in units of y.
    """

    x: Values
    y: Values
    ends: tuple[Line, Line]
    share: ValueTracker
    lift: ValueTracker
    line: StraightLine
    misses: Residuals
    squares: Squares
    lengths: Residuals
    squared: Sum
    absolute: Sum

    def at(self) -> Line:
        """Return (a, b) of the line on screen."""
        a, b = between(*self.ends, float(self.share.get_value()))
        return a, b + float(self.lift.get_value())

    def lowest(self, measure: Measure) -> float:
        """Return the least sum so far, on the way from one best line to the other or beyond it."""
        between_both = float(np.clip(self.share.get_value(), 0.0, 1.0))
        return float(measure.total(self.x, self.y, *between(*self.ends, between_both)))

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
    squares = Squares(chart, x, y, ends[0], theme, colour=theme.squared)
    lengths = Residuals(chart, x, y, ends[1], theme, colour=theme.absolute)
    upright = bars(chart.places(x, y), chart.places(x, np.polyval(ends[1], x)))

    def sum_of(measure: Measure, corners: Values, line: Line) -> Sum:
        turned = np.array([between(*ends, share) for share in (-BEYOND, 1 + BEYOND)]).T
        most = float(measure.total(x, y, *turned).max())
        amounts = measure.amounts(x, y, *line)
        left = TANKS_LEFT[measure.noun]
        return tank_of(pen, measure, corners, amounts, left=left, most=most)

    parts = Trial(
        x,
        y,
        ends,
        ValueTracker(0.0).set_z_index(1),
        ValueTracker(0.0).set_z_index(1),
        StraightLine(chart, *ends[0], theme.ink, width=BOLD + 2).set_z_index(2),
        Residuals(chart, x, y, ends[0], theme).set_z_index(3),
        squares.set_z_index(1),
        lengths.set_z_index(3),
        sum_of(SQUARED, squares.corners(), ends[0]),
        sum_of(ABSOLUTE, upright, ends[1]),
    )
    chart.set_area(seen)
    return parts


def between(start: Line, end: Line, share: float) -> Line:
    """Return the line that has turned ``share`` of the way from ``start`` to ``end``."""
    (a, b), (c, d) = start, end
    return (1 - share) * a + share * c, (1 - share) * b + share * d
