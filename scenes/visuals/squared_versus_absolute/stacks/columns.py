"""The pulls of all points at a line of least squares, stacked: those up beside those down."""

from typing import Self

import numpy as np
from manim import UP, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import SQUARED, Values
from scenes.visuals.squared_versus_absolute.pulls import (
    CLEAR,
    RADIUS,
    STRAY_RADIUS,
    arrows,
    ends_of,
    short_of,
    stroke_of,
)
from scenes.visuals.squared_versus_absolute.stacks.gathering import on_their_way, ways
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST

# Where the columns stand, beside a chart: up and down, on a floor, so much room above it.
ACROSS = 2.92, 4.06
HALF_FLOOR, FLOOR = 0.36, PICTURE.bottom + 0.56
ROOM = PICTURE.top - 0.75 - FLOOR
# So far below its floor the name of a column hangs.
NAME = 0.14
# Between two arrows in a stack, a share of what they take up.
GAP = 0.14
# Much shorter than most, and so short that its point hides it in the chart: it is no arrow there
# either; from so much longer on it is whole.
SHORT, WHOLE = 0.3, 1.5


class Columns(VGroup):
    """A column of the arrows that pull up, and one of those that pull down: as long as they miss.

    They have left their points by the share ``gathered``. The line is the best one where both
    columns, which have their names below them, are equally high. That of the stray point,
    ``own``, is outlined. Where there is no room for all, all are shorter by one share.
    """

    def __init__(self, pen: Pen, chart: Chart, stray: Stray, heights: Heights) -> None:
        theme = pen.theme
        self._chart, self._stray_x, self.gathered = chart, stray.x, 0.0
        highest = _highest(stray, heights) / chart.y_scale.span * chart.box.height
        self.to_scale = min(1.0, ROOM / highest)
        x, y = stray.points(heights.far)
        typical = np.median(self._sizes(y - np.polyval(stray.squared(heights.home), x)))
        self.least = min(RADIUS + CLEAR, SHORT * float(typical))
        self.arrows = VMobject(**stroke_of(SQUARED, theme))
        self.own = VMobject(**stroke_of(SQUARED, theme, outlined=True))
        self.floors = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
        self.names = VGroup(*names_of(pen, theme.squared, feet() - NAME * UP))
        super().__init__(self.floors, self.arrows, self.own)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Stack what the points (x, y) pull at a line (a, b)."""
        reach = y - np.polyval(line, x)
        sizes = self._drawn(self._sizes(reach))
        tails, tips = ends_of(self._chart, x, reach, line)
        own = x == self._stray_x
        rims = np.where(own, STRAY_RADIUS, RADIUS) + CLEAR
        at_line = tails, short_of(tails, tips, rims)
        way = ways(self.gathered, reach > 0)
        tails, tips = (
            on_their_way(start, end, way)
            for start, end in zip(at_line, _stacked(reach > 0, sizes), strict=True)
        )
        self.floors.points = floors_of(feet(), HALF_FLOOR * min(1.0, 3 * self.gathered))
        for part, those in ((self.arrows, ~own), (self.own, own)):
            seen = those & (way > 0) & (sizes > 0)
            part.points = arrows(tails[seen], tips[seen])
        return self

    def _sizes(self, reach: Values) -> Values:
        unit = self._chart.box.height / self._chart.y_scale.span
        return np.asarray(self.to_scale * unit * np.abs(reach))

    def _drawn(self, sizes: Values) -> Values:
        """Return how much of their ``sizes`` arrows take up: nothing, if they are too short."""
        return np.asarray(sizes * np.clip((sizes / self.least - 1) / (WHOLE - 1), 0.0, 1.0))


def feet() -> Values:
    """Return the middles (2, 3) of the floors of both columns."""
    return np.array([(at, FLOOR, 0.0) for at in ACROSS])


def floors_of(feet: Values, half_width: float) -> Values:
    """Return the points of the floors about the ``feet`` (2, 3) of columns."""
    half = np.array([half_width, 0.0, 0.0])
    return polylines(np.stack([feet - half, feet + half], axis=1))


def names_of(pen: Pen, colour: str, below: Values) -> list[Placed]:
    """Return the names of columns, on one base line, under the places ``below`` (2, 3)."""
    up, down = (pen.words(name, colour, SMALLEST) for name in ("up", "down"))
    raised = down.height - pen.words("u", colour, SMALLEST).height
    return [Placed(up, below[0] - raised * UP, UP), Placed(down, below[1], UP)]


def _stacked(up: NDArray[np.bool_], sizes: Values) -> tuple[Values, Values]:
    """Return tails and tips (n, 3) of arrows ``up`` or down that take up ``sizes`` (n,)."""
    low = FLOOR + np.where(up, _below(sizes * up), _below(sizes * ~up))
    across = np.where(up, *ACROSS)
    # The gap is half above an arrow, half below it.
    middle, half = low + sizes / 2, (1 - GAP) * sizes / 2
    foot, top = (np.stack([across, v, 0 * v], axis=-1) for v in (middle - half, middle + half))
    return np.where(up[:, None], foot, top), np.where(up[:, None], top, foot)


def _below(sizes: Values) -> Values:
    return np.asarray(np.cumsum(sizes) - sizes)


def _highest(stray: Stray, heights: Heights) -> float:
    """Return the most that pulls one way, in units of y.

    While the line turns, each sum is convex in it: the most is where it starts or ends.
    """
    sums = []
    x, y = stray.points(heights.far)
    for best in (heights.home, heights.far):
        misses = y - np.polyval(stray.squared(best), x)
        sums += [misses.clip(0.0).sum(), (-misses).clip(0.0).sum()]
    return float(max(sums))
