"""The parabolas of all squares, stacked over a way on the sheet: a wall under one parabola."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.curves.valley import VALLEY
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData, Values
from scenes.visuals.linear_regression_2d.surface.space import REACH, Way
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.plot.stack import STEPS as SAMPLES
from scenes.visuals.plot.stack import Stack
from scenes.visuals.space.polylines import polylines

STEPS = 97
# Of a sweep, on the left and on the right of the best line: what is not yet told. Neither there nor
# at its ends is it symmetric, for where it is lowest is still asked.
GAP = 0.45, 0.25
LEFT_END = 0.86


class Bands(Stack):
    """Bands that lie on the foot in a ``gap`` on either side of the best line."""

    gap = 0.0, 0.0

    def set_seen(self, low: float, high: float) -> Self:
        """Draw the bands over the places from ``low`` to ``high``."""
        self._values = np.linspace(low, high, SAMPLES)
        for side, gap in zip((-1.0, 1.0), self.gap, strict=True):
            if gap:
                self._end_at(side * gap)
        self._areas = self._of(*self._lines(self._values))
        return self.draw()

    def _end_at(self, place: float) -> None:
        """Let the bands end at ``place`` as a wall does, upright."""
        along = self._values
        if along[0] <= place < along[-1]:
            nearest = np.sort(np.argsort(np.abs(along - place))[:2])
            inner, outer = nearest if place > 0 else nearest[::-1]
            along[inner], along[outer] = place * (1 - 1e-6), place


class Wall:
    """What the stack over ``way`` has above the sheet, and its upper edge."""

    def __init__(self, way: Way, shown: ShownData, ways: Ways, first: int, theme: Theme) -> None:
        self.way = way
        fit = ways.landscape

        def lines(along: Values) -> tuple[Values, Values]:
            a, b = ways.line(1.0, way.angle)
            return fit.slope + along * (a - fit.slope), fit.intercept + along * (b - fit.intercept)

        self.stack = Bands(way, shown.points, shown.epsilon, lines, theme, first=first)
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=VALLEY)
        for layer, part in zip((3, 6), self.parts, strict=True):
            part.set_z_index(layer)
        self.low = self.high = 0.0
        self.set_gap(0.0, 0.0).set_seen(0.0, 0.0)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The bands and the parabola."""
        return self.stack, self.curve

    @property
    def runs(self) -> list[tuple[float, float]]:
        """From where to where its upper edge goes."""
        low, high = max(self.low, -REACH), min(self.high, REACH)
        left, right = self.gap
        ends = [(low, min(high, -left)), (max(low, right), high)] if left else [(low, high)]
        return [run for run in ends if run[0] < run[1]]

    def set_gap(self, left: float, right: float) -> Self:
        """Leave out what is nearer to the best line, from the next drawing on."""
        self.gap = self.way.gap = self.stack.gap = left, right
        return self

    def set_seen(self, low: float, high: float) -> Self:
        """Show it between two places along its way."""
        self.low, self.high = low, high
        self.stack.set_seen(low, high)
        return self.draw_edge()

    def set_angle(self, angle: float) -> Self:
        """Stand over the way at another angle, once it is drawn."""
        self.way.set_angle(angle)
        return self

    def set_clear(self, share: float) -> Self:
        """Let a ``share`` of the bands be seen: edge-on they would only be a spike."""
        for band in self.stack:
            band.set_fill(opacity=share * SQUARE_OPACITY).set_stroke(opacity=share)
        return self

    def places(self, along: Values) -> Values:
        """Return the places (n, 3) of its upper edge so far along its way."""
        return self.way.space.places(along, self.way.angle, np.square(along))

    def draw_edge(self) -> Self:
        """Draw its upper edge where it is now."""
        drawn = [polylines(self.places(np.linspace(*run, STEPS))[None]) for run in self.runs]
        self.curve.points = np.concatenate(drawn) if drawn else np.zeros((0, 3))
        return self
