"""What r compares: how far a line rises over the spread of x, and how far the points spread."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup, VMobject, smooth, squish_rate_func
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import BOLD

WIDE = 40.0  # the stroke of a bar
HIGHEST, FOOT = 0.6, 0.06  # the spread's bar at first, and the lowest foot: shares of the chart
WIDER = squish_rate_func(smooth, 0.6, 1.0)  # as a stroke comes to its place it becomes a bar
CAP = 0.17  # half of the end of a bracket
BESIDE, AT_EDGE = 1.2, 1.0  # from the step to the bars; these from the end of the chart
APART = 0.5  # the bars
FORMULA_SIZE, FORMULA_BESIDE, RAISED = 50, 0.42, 0.1


class Rise(VGroup):
    """A step along a line: across the spread of x, up as far as the line rises; the spread of y.

    Brackets reach from the centre of the points one standard deviation each way. The rise and the
    spread of y come to stand side by side as bars on one foot, as long as they are in the chart if
    that has room for them, and else both shorter by one factor: r is their quotient. ``shown`` is
    how much there is: the step until 1, its bar until 2, the spread of y and its bar until 3, until
    4 a cut through it as high as the rise.
    """

    def __init__(self, chart: Chart, x: Values, y: Values, slope: float, pen: Pen) -> None:
        theme = pen.theme
        self.chart, self.shown = chart, 0.0
        self.across, self.along = (
            VMobject(stroke_color=colour, stroke_width=BOLD) for colour in (theme.point, theme.near)
        )
        self.up = VMobject(stroke_color=theme.slope, stroke_width=BOLD)
        self.spread_bar = VMobject(stroke_color=theme.near, stroke_width=WIDE)
        self.rise_bar = VMobject(stroke_color=theme.slope, stroke_width=WIDE)
        self.cut = VMobject(stroke_color=theme.background, stroke_width=BOLD)
        scale = chart.box.height / chart.y_scale.span
        self.shrunk = min(1.0, HIGHEST * chart.box.height / (2 * float(y.std()) * scale))
        bars = self.spread_bar, self.rise_bar, self.cut
        super().__init__(self.across, self.along, self.up, *bars)
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

    def holds(self, x: Values) -> NDArray[np.bool_]:
        """Tell which x lie within the step."""
        inside: NDArray[np.bool_] = np.abs(x - self.middle[0]) <= self.spread[0]
        return inside

    @property
    def bars_at(self) -> float:
        """Return where across the screen the bars stand: the rise, and beside it the spread."""
        step = self.chart.place(self.middle[0] + self.spread[0], self.middle[1])[0]
        return float(min(step + BESIDE, self.chart.box.right - AT_EDGE))

    def draw(self) -> Self:
        """Draw it where the chart is now, as far as it lies in the chart."""
        wide, up, rise_goes, high, spread_goes, cut = (
            float(np.clip(grown, 0.0, 1.0))
            for grown in (
                2 * self.shown,
                2 * self.shown - 1,
                self.shown - 1,
                2 * (self.shown - 2),
                2 * (self.shown - 2) - 1,
                self.shown - 3,
            )
        )
        (mx, my), (sx, sy) = self.middle, self.spread
        sides = np.array([-1.0, 1.0])
        self.across.points = self._bracket(mx + wide * sx * sides, [my - self.rise] * 2)
        step = self._ends([mx + sx] * 2, my - self.rise + np.array([0.0, 2 * up * self.rise]))
        self.up.points = polylines(step)
        self.along.points = self._bracket([mx] * 2, my + high * sy * sides)
        upright = self._ends([mx] * 2, my + sy * sides)
        self.rise_bar.points = self._sent(step, self.rise, self.bars_at, rise_goes)
        self.spread_bar.points = self._sent(upright, sy, self.bars_at + APART, spread_goes)
        for bar, goes in ((self.rise_bar, rise_goes), (self.spread_bar, spread_goes)):
            bar.set_stroke(width=BOLD + WIDER(goes) * (WIDE - BOLD))
        self.cut.points = self._cut(cut)
        for part in self.submobjects:
            if not len(part.points) or np.ptp(part.points, axis=0).max() == 0:
                part.points = np.zeros((0, 3))
        return self

    def _sent(self, ends: Values, length: float, to: float, share: float) -> Values:
        """Return an upright stroke after a share of its way to its bar; none before it."""
        if share == 0:
            return np.zeros((0, 3))
        rising = ends[:, np.argsort(ends[0, :, 1])]
        bar = np.array([[[to, self.foot, 0.0], [to, self.foot + self._high(length), 0.0]]])
        return polylines((1 - share) * rising + share * bar)

    def _cut(self, share: float) -> Values:
        """Return a share of a stroke through the bar of the spread, as high as that of the rise."""
        left = self.bars_at + APART - WIDE / 200
        level = self.foot + self._high(self.rise)
        ends = np.array([[[left, level, 0.0], [left + share * WIDE / 100, level, 0.0]]])
        return polylines(ends)

    @property
    def foot(self) -> float:
        """Return how high on the screen the bars stand: at the foot of the step, if there is room.

        For they are not to leave the chart.
        """
        box, level = self.chart.box, self.middle[1] - abs(self.rise)
        foot = float(self.chart.place(self.middle[0], level)[1])
        lowest = box.bottom + FOOT * box.height
        return float(np.clip(foot, lowest, box.top - (HIGHEST + FOOT) * box.height))

    def _high(self, length: float) -> float:
        """Return how high the bar of a length to either side is on the screen."""
        per_unit = self.chart.box.height / self.chart.y_scale.span
        return 2 * abs(length) * self.shrunk * per_unit

    def _bracket(self, x: object, y: object) -> Values:
        """Return a stroke with an end across either end of it."""
        ends = self._ends(x, y)
        along = ends[0, 1] - ends[0, 0]
        length = float(np.hypot(along[0], along[1]))
        if length == 0:
            return np.zeros((0, 3))
        cap = CAP / length * np.array([-along[1], along[0], 0.0])
        caps = ends[0][:, None] + np.stack([-cap, cap])
        return polylines(np.concatenate([ends, caps]))

    def _ends(self, x: object, y: object) -> Values:
        """Return the places (1, 2, 3) of two values, as far as they lie in the chart."""
        scales = self.chart.x_scale, self.chart.y_scale
        ends = (
            np.clip(np.asarray(v, dtype=float), scale.low, scale.high)
            for v, scale in zip((x, y), scales, strict=True)
        )
        return self.chart.places(*ends)[None]


def formula(rise: Rise, pen: Pen) -> Placed:
    """Return "r = rise / spread" beside the bars."""
    written = pen.formula('r = slope("rise") / near("spread")', size=FORMULA_SIZE)
    return Placed(written, _beside_bars(rise), LEFT)


def _beside_bars(rise: Rise) -> Place:
    middle = rise.chart.place(*rise.middle)[1]
    return np.array([rise.bars_at + APART + FORMULA_BESIDE, middle + RAISED, 0.0])
