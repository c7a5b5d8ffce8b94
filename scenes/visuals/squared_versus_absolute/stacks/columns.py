"""The pulls of all points at a line of least squares, stacked: those up beside those down."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
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
from scenes.visuals.squared_versus_absolute.stacks.floors import (
    FLOOR,
    GAP,
    HALF_FLOOR,
    ROOM,
    feet,
    floors_of,
)
from scenes.visuals.squared_versus_absolute.stacks.gathering import on_their_way, ways
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray
from scenes.visuals.writing.screen import BOLD

# Much shorter than most, and so short that its point hides it in the chart: it is no arrow there
# either; from so much longer on it is whole.
SHORT, WHOLE = 0.3, 1.5


class Columns(VGroup):
    """A column of the arrows that pull up, and one of those that pull down: as long as they miss.

    They have left their points by the share ``gathered``. The line is the best one where both
    columns are equally high. That of the stray point, ``own``, is outlined. They are as long as in
    the chart, or ``to_scale``, where there is no room, and stand so far ``aside`` of their place
    beside it.
    """

    def __init__(
        self, theme: Theme, chart: Chart, stray: Stray, heights: Heights, *, aside: float = 0.0
    ) -> None:
        self._chart, self._stray_x, self.gathered = chart, stray.x, 0.0
        self._aside = aside
        self.to_scale = 1.0
        self.to_scale = min(1.0, ROOM / float(self._sizes(_highest(stray, heights))))
        x, y = stray.points(heights.far)
        sizes = self._sizes(y - np.polyval(stray.squared(heights.home), x)) / self.to_scale
        self._typical = float(np.median(sizes))
        self.arrows = VMobject(**stroke_of(SQUARED, theme))
        self.own = VMobject(**stroke_of(SQUARED, theme, outlined=True))
        self.floors = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
        super().__init__(self.floors, self.arrows, self.own)

    @property
    def least(self) -> float:
        """Return how much an arrow takes up at least: a shorter one is none."""
        return min((RADIUS + CLEAR) / (1 - GAP), SHORT * self.to_scale * self._typical)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Stack what the points (x, y) pull at a line (a, b)."""
        reach = y - np.polyval(line, x)
        sizes = self._drawn(self._sizes(reach))
        tails, tips = ends_of(self._chart, x, reach, line)
        own = x == self._stray_x
        rims = np.where(own, STRAY_RADIUS, RADIUS) + CLEAR
        at_line = tails, short_of(tails, tips, rims)
        way, floors = ways(self.gathered, reach > 0), feet(self._chart, self._aside)
        tails, tips = (
            on_their_way(start, end, way)
            for start, end in zip(at_line, _stacked(reach > 0, sizes, floors), strict=True)
        )
        self.floors.points = floors_of(floors, HALF_FLOOR * min(1.0, 3 * self.gathered))
        for part, those in ((self.arrows, ~own), (self.own, own)):
            seen = those & (way > 0) & (sizes > 0)
            part.points = arrows(tails[seen], tips[seen])
        return self

    def _sizes(self, reach: Values | float) -> Values:
        """Return how much arrows that ``reach`` so far take up, with their gaps."""
        unit = self._chart.box.height / self._chart.y_scale.span / (1 - GAP)
        return np.asarray(self.to_scale * unit * np.abs(reach))

    def _drawn(self, sizes: Values) -> Values:
        """Return how much of their ``sizes`` arrows take up: nothing, if they are too short."""
        return np.asarray(sizes * np.clip((sizes / self.least - 1) / (WHOLE - 1), 0.0, 1.0))


def _stacked(up: NDArray[np.bool_], sizes: Values, floors: Values) -> tuple[Values, Values]:
    """Return tails and tips (n, 3) of arrows ``up`` or down, on the ``floors`` (2, 3) of each.

    They take up ``sizes`` (n,).
    """
    low = FLOOR + np.where(up, _below(sizes * up), _below(sizes * ~up))
    across = np.where(up, *floors[:, 0])
    # The gap is half above an arrow, half below it.
    middle, half = low + sizes / 2, (1 - GAP) * sizes / 2
    foot, top = (np.stack([across, v, 0 * v], axis=-1) for v in (middle - half, middle + half))
    return np.where(up[:, None], foot, top), np.where(up[:, None], top, foot)


def _below(sizes: Values) -> Values:
    return np.asarray(np.cumsum(sizes) - sizes)


def _highest(stray: Stray, heights: Heights) -> float:
    """Return the most that pulls one way, in units of y.

    While the line turns, each sum is convex in it, and so is that at the best line in the height of
    the stray point: the most is where either starts or ends.
    """
    sums = []
    ways = (heights.home, heights.far), *((h, h) for h in (heights.near, heights.farthest))
    for best, height in ways:
        x, y = stray.points(height)
        misses = y - np.polyval(stray.squared(best), x)
        sums += [misses.clip(0.0).sum(), (-misses).clip(0.0).sum()]
    return float(max(sums))
