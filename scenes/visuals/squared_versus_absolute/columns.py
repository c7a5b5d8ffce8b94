"""The pulls of all points at a line of least squares, stacked: those up beside those down."""

from typing import Self

import numpy as np
from manim import UP, VGroup, VMobject

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.gathering import on_their_way, ways
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
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# In the free upper corner of the chart: where the columns stand, in units of the screen from its
# side, on a floor at this share of its height, and how much of that is left free above them.
PLACES, HALF_FLOOR, FLOOR, ABOVE = (0.55, 1.75), 0.36, 0.62, 0.03
# So far below its floor the name of a column hangs.
NAME = 0.14
# Between two arrows in a stack, a share of what they take up.
GAP = 0.14


class Columns(VGroup):
    """A column of the arrows that pull up, and one of those that pull down: of one scale.

    They have left their points by the share ``gathered``. The line is the best one where both
    columns, which have their names below them, are equally high. That of the stray point,
    ``own``, is outlined.
    """

    def __init__(self, pen: Pen, chart: Chart, stray: Stray, heights: Heights) -> None:
        theme, box = pen.theme, chart.box
        self._chart, self._stray_x, self.gathered = chart, stray.x, 0.0
        rising = stray.squared(heights.home)[0] >= 0
        self._at = [box.left + at if rising else box.right - at for at in PLACES]
        self._floor = box.bottom + FLOOR * box.height
        room = (1 - FLOOR - ABOVE) * chart.y_scale.span
        self._scale = min(1.0, room / _highest(stray, heights))
        self.arrows = VMobject(**stroke_of(SQUARED, theme))
        self.own = VMobject(**stroke_of(SQUARED, theme, outlined=True))
        self._feet = np.array([(at, self._floor, 0.0) for at in self._at])
        self.floors = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
        self.names = VGroup(*names_of(pen, theme.squared, self._feet - NAME * UP))
        super().__init__(self.floors, self.arrows, self.own)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Stack what the points (x, y) pull at a line (a, b)."""
        reach = y - np.polyval(line, x)
        tails, tips = ends_of(self._chart, x, reach, line)
        own = x == self._stray_x
        rims = np.where(own, STRAY_RADIUS, RADIUS) + CLEAR
        at_line = tails, short_of(tails, tips, rims)
        way = ways(self.gathered, reach > 0)
        tails, tips = (
            on_their_way(start, end, way)
            for start, end in zip(at_line, self._stacked(reach), strict=True)
        )
        self.floors.points = floors_of(self._feet, HALF_FLOOR * min(1.0, 3 * self.gathered))
        for part, those in ((self.arrows, ~own), (self.own, own)):
            seen = those & (way > 0)
            part.points = arrows(tails[seen], tips[seen])
        return self

    def _stacked(self, reach: Values) -> tuple[Values, Values]:
        unit = self._chart.box.height / self._chart.y_scale.span
        up, sizes = reach > 0, self._scale * unit * np.abs(reach)
        low = self._floor + np.where(up, _below(sizes * up), _below(sizes * ~up))
        across = np.where(up, *self._at)
        flat = np.zeros_like(low)
        # The gap is half above an arrow, half below it.
        middle, half = low + sizes / 2, (1 - GAP) * sizes / 2
        foot, top = (np.stack([across, v, flat], axis=-1) for v in (middle - half, middle + half))
        return np.where(up[:, None], foot, top), np.where(up[:, None], top, foot)


def floors_of(feet: Values, half_width: float) -> Values:
    """Return the points of the floors about the ``feet`` (2, 3) of columns."""
    half = np.array([half_width, 0.0, 0.0])
    return polylines(np.stack([feet - half, feet + half], axis=1))


def names_of(pen: Pen, colour: str, below: Values) -> list[Placed]:
    """Return the names of columns, on one base line, under the places ``below`` (2, 3)."""
    up, down = (pen.words(name, colour, SMALLEST) for name in ("up", "down"))
    raised = down.height - pen.words("u", colour, SMALLEST).height
    return [Placed(up, below[0] - raised * UP, UP), Placed(down, below[1], UP)]


def _below(sizes: Values) -> Values:
    return np.asarray(np.cumsum(sizes) - sizes)


def _highest(stray: Stray, heights: Heights) -> float:
    """Return the most that pulls one way, in units of y.

    While the line turns, each sum is convex in it: the most is where it starts or ends.
    """
    sums = []
    for best, height in (
        (heights.home, heights.far),
        (heights.far, heights.far),
        (heights.farthest, heights.farthest),
    ):
        x, y = stray.points(height)
        misses = y - np.polyval(stray.squared(best), x)
        sums += [misses.clip(0.0).sum(), (-misses).clip(0.0).sum()]
    return float(max(sums))
