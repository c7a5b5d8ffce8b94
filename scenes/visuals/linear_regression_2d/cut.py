"""A straight cut of the map through the best line, and epsilon along it.

In whatever direction, it is a parabola that stands on the mark: only its width differs.
"""

from typing import Self

import numpy as np
from manim import ManimColor, VMobject, interpolate_color
from numpy.typing import NDArray

from scenes.visuals.linear_regression_2d.level_map import LEVELS, LevelMap
from scenes.visuals.linear_regression_2d.shown_data import ShownData
from scenes.visuals.linear_regression_2d.valley import VALLEY
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, Box

Values = NDArray[np.float64]
HALF_TURN = np.linspace(0, np.pi, 181)
# Upright: only b changes. There it begins and ends.
UPRIGHT = np.pi / 2
# So near to a direction in which one number changes it has that number's colour (radians).
NEAR = 0.16
MARGIN = 0.05


class Cut:
    """The bar of a cut on ``plane``, and the curve over it on a chart of its own in ``area``."""

    def __init__(
        self, pen: Pen, area: Box, plane: LevelMap, shown: ShownData, levels: Scale
    ) -> None:
        self.plane, self.shown, self.theme = plane, shown, pen.theme
        self.angle = UPRIGHT
        longest = max(self._reach(float(angle)) for angle in HALF_TURN)
        along = Scale.around([-longest, longest], MARGIN)
        self.chart = Chart(pen, area, along, levels, titles=("along the cut", ""), ticks=(0, 0))
        self.curve = Curve(self.chart, self.epsilon, 0.0, 0.0, pen.theme.ink, width=VALLEY)
        self.bar = VMobject(stroke_width=VALLEY)
        self.floor = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.floor.points = polylines(self.chart.places([along.low, along.high], shown.rss)[None])
        for k, part in enumerate((self.floor, self.curve, self.bar)):
            part.set_z_index(k + 1)
        self.set_turned(0.0)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the direction."""
        return self.curve, self.bar

    def set_turned(self, share: float) -> Self:
        """Cut after ``share`` of half a turn."""
        self.angle = UPRIGHT + np.pi * share
        reach, middle = self._reach(self.angle), self._middle()
        way = reach * np.array([np.cos(self.angle), np.sin(self.angle), 0.0])
        self.bar.points = polylines(np.array([[middle - way, middle + way]]))
        self.curve.set_seen(-reach, reach)
        for part in self.moving:
            part.set_stroke(self._colour())
        return self

    def epsilon(self, along: Values) -> Values:
        """Return epsilon of the lines so far ``along`` the cut, in units of the screen."""
        height: Values = self.shown.rss + self.shown.landscape.unit * self._steep(
            self.angle
        ) * np.square(along)
        return height

    def _steep(self, angle: float) -> float:
        """Return the height of the line one unit of the screen from the best, seen there."""
        chart, fit = self.plane.chart, self.plane.landscape
        da = np.cos(angle) * chart.x_scale.span / chart.box.width
        db = np.sin(angle) * chart.y_scale.span / chart.box.height
        return float(fit.height(fit.slope + da, fit.intercept + db))

    def _reach(self, angle: float) -> float:
        """Return how far the cut goes: up to the last ring, or to the edge of the map."""
        box, (x, y, _) = self.plane.chart.box, self._middle()
        room = min(x - box.left, box.right - x), min(y - box.bottom, box.top - y)
        steps = np.maximum(np.abs([np.cos(angle), np.sin(angle)]), 1e-9)
        return float(min(np.sqrt(LEVELS[-1] / self._steep(angle)), *(room / steps)))

    def _middle(self) -> Values:
        fit = self.plane.landscape
        return self.plane.chart.place(fit.slope, fit.intercept)

    def _colour(self) -> ManimColor:
        """Return ink, or the colour of the one number that changes in this direction."""
        off = abs(np.sin(self.angle)), abs(np.cos(self.angle))
        hue = self.theme.slope if off[0] < off[1] else self.theme.intercept
        near = max(0.0, 1 - float(min(off)) / NEAR)
        return interpolate_color(ManimColor(self.theme.ink), ManimColor(hue), near)
