"""Where another line crosses the best one, and epsilon while the best line turns about it.

Every line that is not parallel to the best one is the best one turned about where they cross.
"""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.layout import CURVE
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.shown_data import ShownData, Values
from scenes.visuals.linear_regression_2d.stack import Stack
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD

MARGIN = 0.06
DOT = 0.15
SWINGS = 1.5  # of the line while the crossing moves


class Crossing:
    """A dot on the best line in ``points``, and the parabola of the turns about it.

    Lines are turned until they are ``height`` high on the landscape.
    """

    def __init__(
        self,
        pen: Pen,
        points: Chart,
        shown: ShownData,
        height: float,
        *,
        levels: Scale,
        title: str,
    ) -> None:
        theme = pen.theme
        self._shown, self._fit, self._height = shown, shown.landscape, height
        self.left, self.right = float(shown.x.min()), float(shown.x.max())
        widest = max(
            self._fit.turn_reach(height, x) for x in np.linspace(self.left, self.right, 101)
        )
        a0 = self._fit.slope
        self.chart = Chart(
            pen,
            CURVE,
            Scale.around([a0 - widest, a0 + widest], MARGIN),
            levels,
            titles=(title, ""),
            ticks=(6, 0),
        )
        self.x = self.left
        self.valley = Valley(
            self.chart, self.epsilon, self.line, a0, widest, colour=theme.ink, theme=theme
        )
        self.stack = Stack(self.chart, shown, self.intercept, theme)
        self.dot = Marker(points, 0.0, self._fit.intercept, theme.background, theme, radius=DOT)
        self.dot.set_stroke(width=BOLD).set_z_index(7)
        self.set_place(self.left)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the line and with where it turns."""
        return *self.valley.moving, self.dot, self.stack, self.stack.layers

    def set_place(self, x: float) -> Self:
        """Let the lines cross at ``x``."""
        self.x, self.valley.reach = x, self.reach_of(x)
        self.stack.set_seen(self._fit.slope, self._fit.slope)
        self.dot.set_place(x, self._fit.slope * x + self._fit.intercept)
        return self

    def epsilon(self, a: Values) -> Values:
        """Return epsilon of the lines with slopes ``a`` through the crossing."""
        height: Values = self._shown.epsilon(a, self.intercept(a))
        return height

    def intercept(self, a: Values) -> Values:
        """Return the second number of the lines with slopes ``a`` through the crossing."""
        return self._fit.intercept - self.x * (a - self._fit.slope)

    def line(self, a: float) -> Line:
        """Return the line of slope ``a`` through the crossing."""
        return a, float(self.intercept(np.array(a)))

    def ways(self, *stops: float) -> list[Callable[[float], Line]]:
        """Return the ways of the slope from each of the stops to the next (see ``Valley``).

        They uncover the stack below the curve, too.
        """
        curve = self.valley.curve

        def uncovered(way: Callable[[float], Line]) -> Callable[[float], Line]:
            def go(share: float) -> Line:
                line = way(share)
                self.stack.set_seen(curve.low, curve.high)
                return line

            return go

        return [uncovered(way) for way in self.valley.ways(*stops)]

    def of(self, rival: Line) -> float:
        """Return where ``rival`` crosses the best line."""
        return (rival[1] - self._fit.intercept) / (self._fit.slope - rival[0])

    def reach_of(self, x: float) -> float:
        """Return how far the slope changes when the line turns about ``x``."""
        return self._fit.turn_reach(self._height, x)

    def moved(self, start: float, share: float) -> tuple[float, float, float]:
        """Move from ``start`` to the right, then to the left; how the line swings meanwhile.

        Returns the swing, from -1 to 1, and from where to where it has been.
        """
        ways = np.clip([2 * share, 2 * share - 1], 0, 1)
        right, left = ways * ways * (3 - 2 * ways)
        farthest = start + right * (self.right - start)
        self.set_place(farthest + left * (self.left - self.right))
        return (
            float(np.sin(2 * np.pi * SWINGS * share)),
            float(min(start, self.x)),
            float(farthest),
        )
