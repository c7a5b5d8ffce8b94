"""Two charts side by side: the same points pull at a line that is held, or let go."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from manim import ValueTracker, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Points, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.squared_versus_absolute.clamps import Clamps
from scenes.visuals.squared_versus_absolute.dashed_line import DashedLine
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED, Measure
from scenes.visuals.squared_versus_absolute.pulls import (
    LENGTH_PULL,
    RADIUS,
    STRAY_RADIUS,
    Pulls,
)
from scenes.visuals.squared_versus_absolute.ringed import RING
from scenes.visuals.squared_versus_absolute.stacks.floors import WIDTH as STACKS
from scenes.visuals.squared_versus_absolute.step.two_points import OneStep, one_step
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray, Values
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, PICTURE, Box

GAP = 0.35
WIDTH = (PICTURE.width - GAP) / 2
# On either side of all points, a share of how wide they lie.
MARGIN = 0.08
# Of the title of an axis, at most.
TITLE = 5.0
# Steps in which a scale grows: each leaves a third of what is missing, or less.
GROWING = 12
# Than what is bold: the dashed line is thin, so that arrows stand out from its dashes.
WIDER = {SQUARED.noun: 4, ABSOLUTE.noun: 1}


@dataclass(frozen=True)
class Balance:
    """One measure's line y = a x + b, at which all points pull while the stray one is dragged.

    The line is where ``a`` and ``b`` say: it follows no point until it is let go.
    """

    measure: Measure
    stray: Stray
    height: ValueTracker
    a: ValueTracker
    b: ValueTracker
    chart: Chart
    points: Points
    marker: Marker
    line: StraightLine
    clamps: Clamps
    pulls: Pulls
    one_step: OneStep

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return what is seen as long as the chart is: all but what holds and what pulls."""
        return self.chart, self.points, self.marker, self.line

    def at(self) -> Line:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def best(self) -> Line:
        """Return (a, b) of the best line for the points on screen."""
        best = self.stray.squared if self.measure is SQUARED else self.stray.absolute
        return best(float(self.height.get_value()))

    def seen(self) -> tuple[Values, Values]:
        """Return all points, the stray one where it is."""
        return self.stray.points(float(self.height.get_value()))

    def pulling(self, height: float | None = None) -> tuple[int, int]:
        """Return how many points pull the line up and down, the stray one where it is, or would be.

        It would be at a ``height``.
        """
        x, y = self.seen() if height is None else self.stray.points(height)
        reach = self.pulls.lengths(y - np.polyval(self.at(), x))
        return int(np.sum(reach > 0)), int(np.sum(reach < 0))

    def turning(self, about: int) -> Values:
        """Return how hard each point (n,) turns the line about one of them, to the left above 0.

        All pull alike, but one that is twice as far from there turns it twice as hard.
        """
        x, y = self.seen()
        sides = np.sign(self.pulls.lengths(y - np.polyval(self.at(), x)))
        return np.asarray(sides * (x - x[about]))

    def follow(self) -> None:
        """Let everything follow the height of the stray point and the line."""
        self.marker.add_updater(lambda m: m.set_place(self.stray.x, self.height.get_value()))
        self.line.add_updater(lambda m: m.set_line(*self.at()))
        self.clamps.add_updater(lambda m: m.set_line(*self.at()))
        self.pulls.add_updater(lambda m: m.answer(*self.seen(), self.at()))

    def grow(self, share: float) -> None:
        """Let the arrows grow; those of the two points that a step was made for are there."""
        x, y = self.seen()
        there = np.isin(x, self.one_step.x)
        self.pulls.grown = np.where(there, 1.0, share)
        self.pulls.answer(x, y, self.at())

    def end_at_ring(self, about: int) -> None:
        """Let the arrow of one point end at the ring about it, all others at their points.

        It grows out of the gap once the line has left its point.
        """
        x, _ = self.seen()
        self.pulls.left = np.arange(x.size) == about
        discs = np.where(self.pulls.left, RING, RADIUS)
        self.pulls.rim = np.where(x == self.stray.x, STRAY_RADIUS, discs)

    def leave_one(self, share: float) -> None:
        """Let all arrows but that of the stray point go back into the line."""
        x, y = self.seen()
        self.pulls.grown = np.where(x == self.stray.x, 1.0, 1.0 - share)
        self.pulls.answer(x, y, self.at())

    def grow_off(self, points: NDArray[np.intp], share: float) -> None:
        """Let the arrows of ``points`` (k,) that the line has left grow, all others be whole."""
        x, _ = self.seen()
        self.pulls.grown = np.where(np.isin(np.arange(x.size), points), share, 1.0)

    def head(self, share: float) -> None:
        """Let the arrows there are get a ``share`` of their heads."""
        self.pulls.headed = share
        self.grow(0.0)


def scales(stray: Stray, heights: Heights) -> tuple[Scale, Scale]:
    """Return the scales of x and y that hold all points wherever the stray one is, and all pulls.

    A pull of a length is a share of the scale of y, which grows until it holds them.
    """
    across = Scale.around(np.append(stray.others[0], stray.x), MARGIN)
    up = Scale.around(np.array([heights.low, heights.high]), 0.06)
    seen = heights.home, heights.far, heights.farthest, heights.beyond
    lines, tables = [*map(stray.absolute, seen)], [*map(stray.points, seen)]
    pairs = [*product(lines, tables)]
    on_lines = [np.polyval(line, x) for line, (x, _) in pairs]
    misses = [y - np.polyval(line, x) for line, (x, y) in pairs]
    for _ in range(GROWING):
        tips = np.array(on_lines) + LENGTH_PULL * up.span * np.sign(misses)
        up = Scale(min(up.low, float(tips.min())), max(up.high, float(tips.max())))
    return across, up


def balances(pen: Pen, stray: Stray, heights: Heights, x_label: str) -> tuple[Balance, Balance]:
    """Return the chart of the squares, on the left, and that of the lengths."""
    left, right = (
        _balance(pen, stray, heights, measure, x_label) for measure in (SQUARED, ABSOLUTE)
    )
    return left, right


def stray_marker(chart: Chart, x: float, y: float, theme: Theme) -> Marker:
    """Return the stray point."""
    marker = Marker(chart, x, y, theme.point, theme, radius=STRAY_RADIUS)
    marker.set_stroke(width=BOLD)
    return marker


def best_line(chart: Chart, measure: Measure, theme: Theme) -> StraightLine:
    """Return the best line of one measure: whole for squares, dashed for lengths."""
    kind = StraightLine if measure is SQUARED else DashedLine
    return kind(chart, 0.0, 0.0, measure.colour(theme), width=BOLD + WIDER[measure.noun])


def title_of(pen: Pen, label: str) -> str | VMobject:
    """Return the title of an axis: a letter as mathematics has it, or a user's own words."""
    if label in ("x", "y"):
        return f"${label}$"
    return fitted(pen, label, TITLE, pen.theme.muted)


def _balance(pen: Pen, stray: Stray, heights: Heights, measure: Measure, x_label: str) -> Balance:
    theme, home = pen.theme, heights.home
    left = PICTURE.left if measure is SQUARED else PICTURE.right - WIDTH
    # The stacks have their room from the first: no slope changes when they come.
    box = Box(left, PICTURE.bottom, WIDTH - STACKS, PICTURE.height)
    title = f'$y quad {measure.hue}("least {measure.noun}")$'
    chart = Chart(
        pen, box, *scales(stray, heights), titles=(title_of(pen, x_label), title), ticks=(0, 0)
    )
    a, b = stray.squared(home) if measure is SQUARED else stray.absolute(home)
    rims = np.where(stray.points(home)[0] == stray.x, STRAY_RADIUS, RADIUS)
    return Balance(
        measure,
        stray,
        ValueTracker(home).set_z_index(1),
        ValueTracker(a).set_z_index(1),
        ValueTracker(b).set_z_index(1),
        chart,
        Points(chart, *stray.others, theme, radius=RADIUS).set_z_index(4),
        stray_marker(chart, stray.x, home, theme).set_z_index(6),
        best_line(chart, measure, theme).set_z_index(2),
        Clamps(chart, theme).set_line(a, b).set_z_index(3),
        Pulls(chart, measure, theme, rim=rims).set_z_index(3),
        one_step(chart, measure, stray, theme, far=heights.far, line=(a, b)),
    )
