"""One square alone while the line turns: twice the miss, four times the area."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.shown_data import ShownData, Values
from scenes.visuals.linear_regression_2d.valley import Valley
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, Squares
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

DOT = 0.12
# How much farther than on one side a point may be missed on the other.
FAIR = 3


class OneSquare:
    """The square of one point in ``points``, and the parabola of its area in ``curves``.

    Only the slope changes, up to ``reach`` from its optimum.
    """

    def __init__(
        self, points: Chart, curves: Chart, shown: ShownData, reach: float, theme: Theme
    ) -> None:
        self._a0, self._b0 = shown.landscape.slope, shown.landscape.intercept
        self._reach = reach
        self.index = self._choose(shown)
        self.x, self.y = (values[shown.squared][[self.index]] for values in (shown.x, shown.y))
        best = self._a0, self._b0
        self.square = Squares(points, self.x, self.y, best, theme).set_z_index(1)
        self.residual = Residuals(points, self.x, self.y, best, theme).set_z_index(2)
        # What twice the miss makes of the square: four of those that the miss itself has.
        self.quarters = VMobject(stroke_color=theme.residual, stroke_width=THIN).set_z_index(2)
        hue = theme.residual
        self.point = Marker(points, float(self.x[0]), float(self.y[0]), hue, theme, radius=DOT)
        self.point.set_z_index(6)
        self.valley = Valley(
            curves, self.area, lambda a: (a, best[1]), best[0], reach, colour=hue, theme=theme
        )

    @property
    def stops(self) -> tuple[float, ...]:
        """The slopes from the best on: where it hits, half of the way to an end, both ends."""
        aside = float(np.copysign(self._reach, self._a0 - self.hit))
        far = self._a0 + aside
        return self._a0, self.hit, (self.hit + far) / 2, far, self._a0 - aside

    @property
    def hit(self) -> float:
        """The slope with which the line meets the point."""
        return float((self.y[0] - self._b0) / self.x[0])

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes with the slope."""
        return self.square, self.residual, *self.valley.moving

    def area(self, a: Values) -> Values:
        """Return the area of the square for slopes ``a``."""
        area: Values = np.square(self.y[0] - a * self.x[0] - self._b0)
        return area

    def set_slope(self, a: float) -> Self:
        """Draw the residual and its square."""
        self.square.set_line(a, self._b0)
        self.residual.set_line(a, self._b0)
        ring = self.square.corners()[0]
        middles = (ring + np.roll(ring, -1, axis=0)) / 2
        self.quarters.points = polylines(np.stack([middles[[0, 2]], middles[[1, 3]]]))
        return self

    def draw(self) -> Self:
        """Draw both where their chart is now."""
        self.point.draw()
        return self.set_slope(self.residual.a)

    def _choose(self, shown: ShownData) -> int:
        """Choose the point of the largest square that also grows well on the other side."""
        x, y = shown.x[shown.squared], shown.y[shown.squared]
        turned, missed = np.abs(x) * self._reach, np.abs(y - self._a0 * x - self._b0)
        near, far = turned - missed, turned + missed
        fair = near >= far / FAIR
        return int(np.argmax(np.where(fair, far, 0.0) if fair.any() else near))
