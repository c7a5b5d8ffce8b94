"""The pulls of all points at a line of least lengths, as two stacks: those up and those down."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, VMobject, interpolate_color
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, Values
from scenes.visuals.squared_versus_absolute.pulls import (
    CLEAR,
    LENGTH_PULL,
    RADIUS,
    STRAY_RADIUS,
    arrows,
    clear_of,
    colour_of,
    ends_of,
    stroke_of,
)
from scenes.visuals.squared_versus_absolute.ringed import RING
from scenes.visuals.squared_versus_absolute.stacks.floors import (
    FLOOR,
    GAP,
    HALF_FLOOR,
    ROOM,
    feet,
    floors_of,
)
from scenes.visuals.squared_versus_absolute.stacks.gathering import hop, on_their_way, ways
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Heights, Line, Stray
from scenes.visuals.squared_versus_absolute.tipping import tipped
from scenes.visuals.writing.screen import BOLD

# The number of no point.
NONE = -1
# From such a share of the way away from the line on, an arrow is there, and whole.
THERE, WHOLE = 0.1, 0.4
# That way is so much of the scale of y, at most: more for the stray point, which is seen to go.
WAY, STRAY_WAY = 0.04, 0.09


class Tally(VGroup):
    """A stack of arrows for the points above a line, and one for those below it.

    They have left their points by the share ``gathered``, for a place beside the chart, where they
    are as long as in it, or ``to_scale``, where there is no room. The stray point's, ``own``, which
    is outlined, lies on top, and moves from stack to stack while the point crosses the line. A
    point on the line is in neither; the arrow of one that the line leaves grows within its stack.
    That of the point ``about`` which the film speaks, in ink, lies on top of all once it is
    ``taken``: of the side above (1) or below (-1), by a share of the way.
    """

    def __init__(self, theme: Theme, chart: Chart, stray: Stray, heights: Heights) -> None:
        self._chart, self._order, self._theme = chart, stray.order, theme
        span = chart.y_scale.span
        self._soft = _softness(stray, heights, span)
        self.to_scale = 1.0
        self.to_scale = min(1.0, ROOM / (self.unit * _most(stray, heights, span)))
        self.gathered, self.about, self.taken = 0.0, NONE, (0.0, 0.0)
        self.stacks = VMobject(**stroke_of(ABSOLUTE, theme))
        self.own = VMobject(**stroke_of(ABSOLUTE, theme, outlined=True))
        self.marked = VMobject(**stroke_of(ABSOLUTE, theme)).set_stroke(theme.ink)
        self.floors = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
        super().__init__(self.floors, self.stacks, self.own, self.marked)

    @property
    def unit(self) -> float:
        """Return how much one arrow takes up, with its gap."""
        return self.to_scale * LENGTH_PULL * self._chart.box.height / (1 - GAP)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Stack what the points (x, y) pull at a line (a, b)."""
        x, y = x[self._order], y[self._order]
        sides = self.sides(x, y, line)
        reach = LENGTH_PULL * self._chart.y_scale.span * np.sign(sides)
        floors = feet(self._chart)
        marked, own = self._order == self.about, np.arange(x.size) == x.size - 1
        rims = np.where(own, STRAY_RADIUS, np.where(marked, RING, RADIUS)) + CLEAR
        at_line = clear_of(self._chart.places(x, y), *ends_of(self._chart, x, reach, line), rims)
        in_stack = _stacked(sides, self.unit, floors, last=marked)
        side, share = self.taken
        way = np.where(marked, share, ways(self.gathered, sides > 0))
        tails, tips = (
            on_their_way(start, end, way, straight=marked)
            for start, end in zip(at_line, in_stack, strict=True)
        )
        for k in np.flatnonzero(marked & (way > 0)):
            start, end = (np.stack([at[k] for at in ends]) for ends in (at_line, in_stack))
            over = np.stack([at[-1] for at in at_line])
            up = hop(start, end, over, float(tails[k, 0]))
            tails[k, 1], tips[k, 1] = tails[k, 1] + up, tips[k, 1] + up
        there = (np.abs(sides) > THERE) & ((way > 0) & ~marked | marked & (np.sign(sides) == side))
        of = (self.stacks, ~own & ~marked), (self.own, own), (self.marked, marked)
        for part, those in of:
            part.points = arrows(tails[there & those], tips[there & those])
        self.floors.points = floors_of(floors, HALF_FLOOR * min(1.0, 3 * self.gathered))
        return self

    def outline(self, share: float) -> Self:
        """Outline the arrow of the stray point: by no share it looks like all others."""
        theme = self._theme
        plain, bold = colour_of(ABSOLUTE, theme), ManimColor(ABSOLUTE.colour(theme))
        ground, ink = ManimColor(theme.background), ManimColor(theme.ink)
        self.own.set_stroke(interpolate_color(plain, bold, share))
        self.own.set_stroke(interpolate_color(ground, ink, share), background=True)
        return self

    def sides(self, x: Values, y: Values, line: Line) -> Values:
        """Tell on which side of a line points (x, y) are, the stray one last.

        1 above, -1 below, near it in between.
        """
        return np.asarray(np.clip((y - np.polyval(line, x)) / self._soft, -1.0, 1.0))


def _stacked(
    sides: Values, unit: float, floors: Values, *, last: NDArray[np.bool_]
) -> tuple[Values, Values]:
    """Return tails and tips (n, 3) of arrows in the stacks of their ``sides``, a ``unit`` each.

    The stacks stand on ``floors`` (2, 3); those that come ``last`` (n,) lie on top.
    """
    share = np.where(sides > 0, 1.0, 0.0)
    share[-1] = (1 + sides[-1]) / 2
    grown = np.sign(sides) * np.clip((np.abs(sides) - THERE) / (WHOLE - THERE), 0.0, 1.0)
    foot = (1 - share) * _below(-grown, last) + share * _below(grown, last)
    # The gap is half above an arrow, half below it.
    middle = FLOOR + unit * (foot + np.abs(grown) / 2)
    half = unit * (1 - GAP) / 2 * grown
    up, down = floors[:, 0]
    across = (1 - share) * down + share * up
    tails, tips = (
        np.stack([across, middle + end, np.zeros_like(half)], axis=-1) for end in (-half, half)
    )
    return tails, tips


def _below(sides: Values, last: NDArray[np.bool_]) -> Values:
    """Return how many arrows (n,) lie below each one, in the stack of the ``sides`` above 0."""
    heights = np.maximum(sides, 0.0)
    rest = np.where(last, 0.0, heights)
    return np.where(last, rest.sum(), np.cumsum(rest) - rest)


def _most(stray: Stray, heights: Heights, span: float) -> int:
    """Return at most how many arrows are in one stack, while the line tips and is crossed.

    On each of these ways a point changes sides at most once.
    """
    resting, moved = stray.absolute(heights.far), stray.absolute(heights.beyond)
    far, beyond, near = map(stray.points, (heights.far, heights.beyond, heights.near))
    ways = [
        *(((far, resting), (far, line)) for line in tipped(stray, heights, span)),
        ((far, resting), (beyond, resting)),
        ((beyond, resting), (beyond, moved)),
        ((beyond, moved), (near, resting)),
    ]
    misses = np.array([[y - np.polyval(line, x) for (x, y), line in way] for way in ways])
    off = TOUCHING * span
    counts = [np.any(side > off, axis=1).sum(axis=1).max() for side in (misses, -misses)]
    return int(max(counts))


def _softness(stray: Stray, heights: Heights, span: float) -> Values:
    """Return distances (n,) from the line at which arrows are in their stacks where it rests."""
    nearest = np.inf
    resting, moved = stray.absolute(heights.far), stray.absolute(heights.beyond)
    for line, height in (
        (resting, heights.far),
        (resting, heights.beyond),
        (moved, heights.beyond),
        (resting, heights.near),
    ):
        x, y = stray.points(height)
        misses = np.abs(y - np.polyval(line, x))
        nearest = min(nearest, float(misses[misses > TOUCHING * span].min()))
    ways = np.append(np.full(stray.order.size - 1, WAY), STRAY_WAY)
    return np.minimum(nearest, ways * span)
