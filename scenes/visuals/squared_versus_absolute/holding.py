"""What holds the line of least lengths: the points on it, each by up to one full pull."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.balance import BESIDE
from scenes.visuals.squared_versus_absolute.pulls import (
    LENGTH_PULL,
    arrows,
    beside,
    ends_of,
    hollow_arrows,
)
from scenes.visuals.squared_versus_absolute.room import along, clearance, roomiest
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line, Values
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

# Of what shows how hard a point on the line can pull, from the point on, in units of the screen.
LEFT, RIGHT = -0.46, 0.19
# How far a line is turned, in the turn at which another point meets it, and at most at the ends of
# the chart in its heights.
SHARE, MOST = 0.7, 0.12


class Reach(VMobject):
    """A frame about each point (x, y) on a line (a, b): as far as it can pull, up and down.

    That is a full pull, and one of the frames says so. The words are clear of the points, of each
    of ``lines``, the first of which is held, of the pulls there, and of what comes ``passing``.
    """

    def __init__(
        self, pen: Pen, chart: Chart, x: Values, y: Values, *, lines: list[Line], passing: Values
    ) -> None:
        super().__init__(stroke_color=pen.theme.muted, stroke_width=THIN)
        line = lines[0]
        on_it, up = _touched(chart, x, y, line), LENGTH_PULL * chart.box.height
        tails, _ = ends_of(chart, x[on_it] + beside(chart, BESIDE), np.zeros(on_it.sum()), line)
        left, right = LEFT - BESIDE, RIGHT - BESIDE
        ring = [(left, -up), (right, -up), (right, up), (left, up), (left, -up)]
        self.points = polylines(tails[:, None] + np.array([(u, v, 0.0) for u, v in ring]))
        frames = [Box(float(u + left), float(v - up), right - left, 2 * up) for u, v, _ in tails]
        # First the one at which more will be asked for: that arrow, too, comes passing.
        frames.sort(key=lambda frame: clearance(frame, passing))
        words = pen.words("full pull", pen.theme.muted, SMALLEST)
        taken = np.concatenate([_taken(chart, x, y, lines), passing])
        room = roomiest(frames, words.width, words.height, taken, chart.box)
        self.add(words.move_to((*room.middle, 0.0)))


class Needed(VMobject):
    """An arrow for each point on a line: its part in holding all the others.

    It is the pull that this takes there, but never more than a full one. Without a point on the
    line there is none.
    """

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(stroke_color=theme.absolute, stroke_width=BOLD + 2)
        self.chart = chart
        self.grown = 1.0

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Draw the arrows of points (x, y) that hold a line (a, b), as far as they have grown."""
        pulls = np.clip(needed(self.chart, x, y, line), -1.0, 1.0)
        tails, tips = _ends(self.chart, x, y, line, self.grown * pulls)
        seen = np.abs(pulls) > TOUCHING
        self.points = arrows(tails[seen], tips[seen])
        return self


class Excess(VMobject):
    """What it would take beyond a full pull: hollow, for no point can pull so hard."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(stroke_color=theme.absolute, stroke_width=THIN)
        self.chart = chart

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Draw the rest of the pulls of points (x, y) that would hold a line (a, b)."""
        pulls = needed(self.chart, x, y, line)
        tips, asked = (
            _ends(self.chart, x, y, line, reach)[1] for reach in (np.clip(pulls, -1.0, 1.0), pulls)
        )
        beyond = np.abs(pulls) > 1 + TOUCHING
        self.points = hollow_arrows(tips[beyond], asked[beyond])
        return self


def needed(chart: Chart, x: Values, y: Values, line: Line) -> Values:
    """Return how many full pulls up (n,) the points on a line (a, b) must give to hold it.

    With those of all other points they must neither lift the line nor turn it. No point can give
    more than one, up or down.
    """
    on_it = _touched(chart, x, y, line)
    if not on_it.any():
        return np.zeros(0)
    others = np.sign(y - np.polyval(line, x))[~on_it]
    arms = np.stack([np.ones_like(x), x - x[on_it].mean()])
    return np.asarray(np.linalg.lstsq(arms[:, on_it], -arms[:, ~on_it] @ others, rcond=None)[0])


def turned_a_little(chart: Chart, x: Values, y: Values, line: Line) -> tuple[Line, Line]:
    """Return the line turned this way and that between the points on it; no other one meets it."""
    on_it = _touched(chart, x, y, line)
    middle = float(x[on_it].mean())
    arms, misses = np.abs(x - middle)[~on_it], np.abs(y - np.polyval(line, x))[~on_it]
    turns = np.divide(misses, arms, out=np.full_like(arms, np.inf), where=arms > 0)
    reach = np.abs(np.array([chart.x_scale.low, chart.x_scale.high]) - middle).max()
    turn = min(SHARE * float(turns.min()), MOST * chart.y_scale.span / float(reach))
    a, b = line
    return (a + turn, b - turn * middle), (a - turn, b + turn * middle)


def _touched(chart: Chart, x: Values, y: Values, line: Line) -> NDArray[np.bool_]:
    return np.asarray(np.abs(y - np.polyval(line, x)) <= TOUCHING * chart.y_scale.span)


def _ends(chart: Chart, x: Values, y: Values, line: Line, pulls: Values) -> tuple[Values, Values]:
    """Return tails and tips of ``pulls`` (n,), in full ones, at the points on a line (a, b)."""
    at = x[_touched(chart, x, y, line)] + beside(chart, BESIDE)
    return ends_of(chart, at, LENGTH_PULL * chart.y_scale.span * pulls, line)


def _taken(chart: Chart, x: Values, y: Values, lines: list[Line]) -> Values:
    """Return places (n, 3) where points (x, y), lines, or pulls of the points at these are."""
    ends = np.array([chart.x_scale.low, chart.x_scale.high])
    # The pull of a point in a frame stays there.
    outside = ~_touched(chart, x, y, lines[0])
    parts = [chart.places(x, y)]
    for line in lines:
        left, right = chart.places(ends, np.polyval(line, ends))
        full = LENGTH_PULL * chart.y_scale.span * np.sign(y - np.polyval(line, x))
        tails, tips = ends_of(chart, (x + beside(chart, BESIDE))[outside], full[outside], line)
        parts += [along(left[None], right[None]), along(tails, tips)]
    return np.concatenate(parts)
