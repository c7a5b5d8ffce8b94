"""What r compares: how far a line rises over the spread of x, and how far the points spread."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup, VMobject, smooth

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD

WIDE = 18.0  # the stroke of a bar
ABOVE_AXIS = 0.14
APART = 0.72  # the bars
FORMULA_BESIDE, FORMULA_BELOW = 1.3, 1.3


class Rise(VGroup):
    """A step from one spread left of the mean to one spread right of it, and two bars at its end.

    The first bar is as high as the line rises, the other one as y spreads: r is their quotient.
    ``shown`` is how much there is: the step and the rise until 1, the spread until 2. Both spreads
    are seen at their axes first: that of x stays there, that of y comes to stand beside the rise.
    """

    def __init__(self, chart: Chart, x: Values, y: Values, slope: float, pen: Pen) -> None:
        theme = pen.theme
        self.chart, self.shown = chart, 0.0
        self.spread_bar = VMobject(stroke_color=theme.point, stroke_width=WIDE)
        self.run_bar = VMobject(stroke_color=theme.point, stroke_width=WIDE)
        self.rise_bar = VMobject(stroke_color=theme.slope, stroke_width=WIDE)
        self.across = VMobject(stroke_color=theme.slope, stroke_width=BOLD)
        super().__init__(self.run_bar, self.spread_bar, self.across, self.rise_bar)
        self.set_values(x, y, slope)

    def set_values(self, x: Values, y: Values, slope: float) -> Self:
        """Draw it for other points and their line."""
        self.middle = np.array([x.mean(), y.mean()])
        self.spread = np.array([x.std(), y.std()])
        self.rise = slope * self.spread[0]
        return self.draw()

    def set_shown(self, shown: float) -> Self:
        """Draw so much of it."""
        self.shown = shown
        return self.draw()

    def draw(self) -> Self:
        """Draw it where the chart is now, as far as it lies in the chart."""
        step, grown = min(1.0, self.shown), max(0.0, self.shown - 1)
        (mx, my), (sx, sy) = self.middle, self.spread
        low = self.chart.y_scale.low
        run = self._stroke(mx + min(1.0, 4 * step) * sx * np.array([-1.0, 1.0]), [low, low])
        self.run_bar.points = run + ABOVE_AXIS * UP
        across = mx + sx * np.array([-1.0, float(np.clip(8 * step - 3, -1.0, 1.0))])
        up = max(0.0, 2 * step - 1)
        self.across.points = self._stroke(across, [my - self.rise] * 2)
        self.rise_bar.points = self._stroke(
            [mx + sx] * 2, my - self.rise + np.array([0.0, 2 * up * self.rise])
        )
        # In the end from where the rise begins, so that their heights can be compared.
        way = float(smooth(max(0.0, 2 * grown - 1)))
        height = np.copysign(sy, self.rise) * min(1.0, 2 * grown) * np.array([-1.0, 1.0])
        at_axis = self._stroke([self.chart.x_scale.low] * 2, my + height) + ABOVE_AXIS * RIGHT
        beside = self._stroke([mx + sx] * 2, my - self.rise + height - height[0]) + APART * RIGHT
        self.spread_bar.points = (1 - way) * at_axis + way * beside if grown else np.zeros((0, 3))
        return self

    def _stroke(self, x: object, y: object) -> Values:
        scales = self.chart.x_scale, self.chart.y_scale
        ends = [
            np.clip(np.asarray(v, dtype=float), scale.low, scale.high)
            for v, scale in zip((x, y), scales, strict=True)
        ]
        places = self.chart.places(*ends)
        return polylines(places[None]) if np.ptp(places, axis=0).max() > 0 else np.zeros((0, 3))


def formula(rise: Rise, pen: Pen) -> Placed:
    """Return "r = rise / spread", below the line and beside the bars where they are now."""
    mx, my = rise.middle
    end = rise.chart.place(mx + rise.spread[0], my)
    written = pen.formula('r = slope("rise") / point("spread")')
    return Placed(written, end + np.array([FORMULA_BESIDE, -FORMULA_BELOW, 0.0]), LEFT)
