"""Two charts side by side: the same points pull at the best line of each measure."""

from dataclasses import dataclass

import numpy as np
from manim import ValueTracker, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Points, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.squared_versus_absolute.dashed_line import DashedLine
from scenes.visuals.squared_versus_absolute.laid import Laid
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure
from scenes.visuals.squared_versus_absolute.one_step import OneStep, one_step
from scenes.visuals.squared_versus_absolute.pulls import Pulls
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray, Values
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

GAP = 0.5
WIDTH = (PICTURE.width - GAP) / 2
# Of the points, and of the stray one, which has a bold rim: in this film nothing else has.
RADIUS, STRAY_RADIUS = 0.11, 0.19


@dataclass(frozen=True)
class Balance:
    """One measure's best line, at which all points pull; the stray one is dragged.

    The line may be moved ``aside``, in units of y, to see what that changes.
    """

    measure: Measure
    stray: Stray
    height: ValueTracker
    aside: ValueTracker
    chart: Chart
    points: Points
    marker: Marker
    line: StraightLine
    pulls: Pulls
    laid: Laid
    one_step: OneStep

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return what is seen as long as the chart is: all but what pulls."""
        return self.chart, self.points, self.marker, self.line

    def at(self) -> Line:
        """Return (a, b) of the line on screen: the best one, or beside it."""
        best = self.stray.squared if self.measure is SQUARED else self.stray.absolute
        a, b = best(float(self.height.get_value()))
        return a, b + float(self.aside.get_value())

    def follow(self) -> None:
        """Let everything follow the height of the stray point."""
        self.marker.add_updater(lambda m: m.set_place(self.stray.x, self.height.get_value()))
        self.line.add_updater(lambda m: m.set_line(*self.at()))
        self.pulls.add_updater(lambda m: m.answer(*self.seen(), self.at()))

    def seen(self) -> tuple[Values, Values]:
        """Return all points, the stray one where it is."""
        return self.stray.points(float(self.height.get_value()))

    def follow_step(self) -> None:
        """Let the squares or lengths of two points follow the line while it moves aside."""
        self.one_step.follow(self.at)

    def grow(self, share: float) -> None:
        """Let the arrows grow."""
        self.pulls.grown = share
        self.pulls.answer(*self.seen(), self.at())


def scales(stray: Stray, heights: Heights) -> tuple[Scale, Scale]:
    """Return the scales of x and y that hold all points wherever the stray one is."""
    across = np.append(stray.others[0], stray.x)
    return Scale.around(across, 0.12), Scale.around(np.array([heights.low, heights.high]), 0.06)


def balances(pen: Pen, stray: Stray, heights: Heights) -> tuple[Balance, Balance]:
    """Return the chart of the squares, on the left, and that of the lengths."""
    left, right = (_balance(pen, stray, heights, measure) for measure in (SQUARED, ABSOLUTE))
    return left, right


def stray_marker(chart: Chart, x: float, y: float, theme: Theme) -> Marker:
    """Return the stray point."""
    marker = Marker(chart, x, y, theme.point, theme, radius=STRAY_RADIUS)
    marker.set_stroke(width=BOLD)
    return marker


def best_line(chart: Chart, measure: Measure, theme: Theme) -> StraightLine:
    """Return the best line of one measure: whole for squares, dashed for lengths."""
    kind = StraightLine if measure is SQUARED else DashedLine
    return kind(chart, 0.0, 0.0, measure.colour(theme), width=BOLD + 2)


def _balance(pen: Pen, stray: Stray, heights: Heights, measure: Measure) -> Balance:
    theme = pen.theme
    left = PICTURE.left if measure is SQUARED else PICTURE.right - WIDTH
    box = Box(left, PICTURE.bottom, WIDTH, PICTURE.height)
    title = f'$y quad {measure.hue}("least {measure.noun}")$'
    chart = Chart(pen, box, *scales(stray, heights), titles=("$x$", title), ticks=(0, 0))
    pulls = Pulls(chart, measure, theme).set_z_index(3)
    return Balance(
        measure,
        stray,
        ValueTracker(heights.far).set_z_index(1),
        ValueTracker(0.0).set_z_index(1),
        chart,
        Points(chart, *stray.others, theme, radius=RADIUS).set_z_index(4),
        stray_marker(chart, stray.x, heights.far, theme).set_z_index(5),
        best_line(chart, measure, theme).set_z_index(2),
        pulls,
        Laid(pulls, theme).set_z_index(3),
        one_step(chart, measure, stray, heights.far, theme),
    )
