"""The parabolas of all squares, stacked over a way on the sheet: a wall under one parabola."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.curves.valley import VALLEY
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData, Values
from scenes.visuals.linear_regression_2d.surface.space import Space, Way
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.plot.stack import Stack
from scenes.visuals.plot.tank import BELOW
from scenes.visuals.space.polylines import polylines

STEPS = 97


class Wall:
    """The stack over ``way``, darker below the sheet as the tank is, and its upper edge."""

    def __init__(self, way: Way, shown: ShownData, ways: Ways, first: int, theme: Theme) -> None:
        self.way, self._least = way, shown.rss
        fit = ways.landscape

        def lines(along: Values) -> tuple[Values, Values]:
            a, b = ways.line(1.0, way.angle)
            return fit.slope + along * (a - fit.slope), fit.intercept + along * (b - fit.intercept)

        self.stack = Stack(way, shown.points, shown.epsilon, lines, theme, first=first)
        self.below = VMobject(stroke_width=0, fill_color=theme.background, fill_opacity=BELOW)
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=VALLEY)
        for layer, part in zip((3, 4, 7), self.parts, strict=True):
            part.set_z_index(layer)
        self.low = self.high = 0.0
        self.set_seen(0.0, 0.0)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The bands, what darkens them below the sheet, and the parabola."""
        return self.stack, self.below, self.curve

    def set_seen(self, low: float, high: float) -> Self:
        """Show it between two places along its way."""
        self.low, self.high = low, high
        self.stack.set_seen(low, high)
        ends = np.array([low, high, high, low, low])
        feet = self._least * np.array([0, 0, 1, 1, 0])
        self.below.points = polylines(self.way.places(ends, feet)[None])
        return self._draw_edge()

    def set_angle(self, angle: float) -> Self:
        """Stand over the way at another angle, once it is drawn."""
        self.way.set_angle(angle)
        return self

    def stand_on_the_sheet(self) -> Self:
        """Show only what is above the sheet."""
        self.way.below = 0.0
        return self.set_seen(self.low, self.high)

    def leave_edge(self, space: Space) -> Self:
        """Show its upper edge alone, in another space."""
        self.way.space = space
        return self._draw_edge()

    def _draw_edge(self) -> Self:
        along = np.linspace(self.low, self.high, STEPS)
        space = self.way.space
        self.curve.points = polylines(space.places(along, self.way.angle, along * along)[None])
        return self
