"""The pulls of all points at a line of least lengths, as two stacks: those up and those down."""

from typing import Self

import numpy as np
from manim import DOWN, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.pulls import LENGTH_PULL, SHAFT, arrows, ends_of
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Heights, Line, Stray
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

# The middles of the stacks of what pulls up and down, half of the floor of one, and how far above
# a chart's box their names stand. In units of the screen.
UP, DOWN_STACK, HALF_FLOOR, NAME = 3.75, 5.45, 0.62, 0.2
# Of an arrow in a stack, at most, with the gap to the next one, a share of it.
TALLEST, GAP = 0.8, 0.14
# A best line has at most half of all points on either side. While one crosses it there are more.
ROOM = 3
# On its way from one stack to the other an arrow is whole up to here: then it turns over.
WHOLE = 0.4
# How many arrows are on their way at the same time.
FLYING = 4
# From one stack to the other an arrow takes at most so much of the scale of y to either side.
SOFTEST = 0.09


class Tally(VGroup):
    """A stack of arrows for the points above a line, and one for those below it.

    They have left their points by the share ``gathered``. What the stray point pulls lies on top,
    and moves from stack to stack while it crosses the line. A point on the line is in neither.
    """

    def __init__(self, pen: Pen, chart: Chart, stray: Stray, heights: Heights) -> None:
        theme = pen.theme
        self._chart, self._order = chart, stray.order
        self._soft = _softness(stray, heights, chart.y_scale.span)
        self._unit = min(TALLEST, chart.box.height / (stray.order.size / 2 + ROOM))
        self.gathered = 0.0
        self.stacks = VMobject(stroke_color=theme.absolute, stroke_width=SHAFT)
        self.floors = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
        bottom, top = chart.box.bottom, chart.box.top
        half = np.array([HALF_FLOOR, 0.0, 0.0])
        feet = np.array([(UP, bottom, 0.0), (DOWN_STACK, bottom, 0.0)])
        self.floors.points = polylines(np.stack([feet - half, feet + half], axis=1))
        self.names = _names(pen, top + NAME)
        super().__init__(self.floors, *self.names, self.stacks)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Stack what the points (x, y) pull at a line (a, b)."""
        x, y = x[self._order], y[self._order]
        sides = self.sides(x, y, line)
        there = np.abs(sides) > TOUCHING
        reach = LENGTH_PULL * self._chart.y_scale.span * sides
        at_line, in_stack = ends_of(self._chart, x, reach, line), self._stacked(sides)
        way = self._ways(x.size)[:, None]
        tails, tips = (
            (1 - way) * start + way * end for start, end in zip(at_line, in_stack, strict=True)
        )
        there &= way[:, 0] > 0
        self.stacks.points = arrows(tails[there], tips[there], self._chart.box)
        return self

    def sides(self, x: Values, y: Values, line: Line) -> Values:
        """Tell on which side of a line points (x, y) are: 1 above, -1 below, near it in between."""
        return np.asarray(np.clip((y - np.polyval(line, x)) / self._soft, -1.0, 1.0))

    def _stacked(self, sides: Values) -> tuple[Values, Values]:
        """Return tails and tips (n, 3) of arrows in the stacks of their ``sides``."""
        share = (1 + sides) / 2
        foot = (1 - share) * _below(-sides) + share * _below(sides)
        # The gap is half above an arrow, half below it.
        middle = self._chart.box.bottom + self._unit * (foot + np.abs(sides) / 2)
        half = self._unit * (1 - GAP) / 2 * np.clip(sides / WHOLE, -1.0, 1.0)
        across = (1 - share) * DOWN_STACK + share * UP
        tails, tips = (
            np.stack([across, middle + end, np.zeros_like(half)], axis=-1) for end in (-half, half)
        )
        return tails, tips

    def _ways(self, n: int) -> NDArray[np.float64]:
        way = np.clip((self.gathered * (n + FLYING) - np.arange(n)) / FLYING, 0.0, 1.0)
        return np.asarray(way * way * (3 - 2 * way))


def _names(pen: Pen, base: float) -> list[Placed]:
    """Return the names of the stacks, which stand on ``base``: the p of the first goes below it."""
    up, down = (pen.words(name, pen.theme.absolute, SMALLEST) for name in ("up", "down"))
    below = up.height - pen.words("u", pen.theme.absolute, SMALLEST).height
    return [
        Placed(up, np.array([UP, base - below, 0.0]), DOWN),
        Placed(down, np.array([DOWN_STACK, base, 0.0]), DOWN),
    ]


def _below(sides: Values) -> Values:
    """Return how many arrows (n,) lie below each one, in the stack of the ``sides`` above 0."""
    heights = np.maximum(sides, 0.0)
    return np.asarray(np.cumsum(heights) - heights)


def _softness(stray: Stray, heights: Heights, span: float) -> float:
    """Return a distance from the line at which an arrow is in its stack, wherever it rests."""
    nearest = SOFTEST * span
    resting, moved = stray.absolute(heights.far), stray.absolute(heights.beyond)
    for line, height in (
        (resting, heights.far),
        (resting, heights.beyond),
        (moved, heights.beyond),
    ):
        x, y = stray.points(height)
        misses = np.abs(y - np.polyval(line, x))
        nearest = min(nearest, float(misses[misses > TOUCHING * span].min()))
    return nearest
