"""The parabolas of all squares, stacked over a way on the sheet: a wall under one parabola."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.curves.valley import VALLEY
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData, Values
from scenes.visuals.linear_regression_2d.surface.space import Space, Way
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.plot.regression import SQUARE_OPACITY
from scenes.visuals.plot.stack import Stack
from scenes.visuals.space.polylines import polylines

STEPS = 97


class Wall:
    """What the stack over ``way`` has above the sheet, and its upper edge."""

    def __init__(self, way: Way, shown: ShownData, ways: Ways, first: int, theme: Theme) -> None:
        self.way = way
        fit = ways.landscape

        def lines(along: Values) -> tuple[Values, Values]:
            a, b = ways.line(1.0, way.angle)
            return fit.slope + along * (a - fit.slope), fit.intercept + along * (b - fit.intercept)

        self.stack = Stack(way, shown.points, shown.epsilon, lines, theme, first=first)
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=VALLEY)
        for layer, part in zip((3, 7), self.parts, strict=True):
            part.set_z_index(layer)
        self.low = self.high = 0.0
        self.set_seen(0.0, 0.0)

    @property
    def ends(self) -> tuple[float, float]:
        """Where its upper edge begins and ends, as far as it is shown from where one looks."""
        reach = self.way.space.reach(self.way.angle)
        return max(self.low, -reach), min(self.high, reach)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The bands and the parabola."""
        return self.stack, self.curve

    def set_seen(self, low: float, high: float) -> Self:
        """Show it between two places along its way."""
        self.low, self.high = low, high
        self.stack.set_seen(low, high)
        return self._draw_edge()

    def set_angle(self, angle: float) -> Self:
        """Stand over the way at another angle, once it is drawn."""
        self.way.set_angle(angle)
        return self

    def set_clear(self, share: float) -> Self:
        """Let a ``share`` of the bands be seen: edge-on they would only be a spike."""
        for band in self.stack:
            band.set_fill(opacity=share * SQUARE_OPACITY).set_stroke(opacity=share)
        return self

    def leave_edge(self, space: Space) -> Self:
        """Show its upper edge alone, in another space."""
        self.way.space = space
        return self._draw_edge()

    def _draw_edge(self) -> Self:
        space = self.way.space
        along = np.linspace(*self.ends, STEPS)
        self.curve.points = polylines(space.places(along, self.way.angle, along * along)[None])
        return self
