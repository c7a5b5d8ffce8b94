"""How the points on a line of least lengths hold it: each pulls by as much as is needed of one."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Values
from scenes.visuals.squared_versus_absolute.pegs import RADIUS
from scenes.visuals.squared_versus_absolute.pulls import LENGTH_PULL, SHAFT, arrows
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line
from scenes.visuals.writing.screen import BOLD

# Of a bar that says how far an arrow may reach, in units of the screen.
BAR = 0.4
# Shorter pulls, as shares of a full one, are rounding.
NOTHING = 1e-9


def holding(x: Values, y: Values, line: Line, least: float) -> tuple[NDArray[np.bool_], Values]:
    """Tell which points (n,) are on a line (a, b), and how hard each of these has to pull.

    All others pull by 1, up or down. Those on the line have to make up for them, so that it
    neither moves, sum s = 0, nor turns, sum s x = 0. It is a best line where no |s| exceeds 1: the
    s are then subgradients of the lengths. A single point cannot do both: what it pulls is nan.
    """
    misses = y - np.polyval(line, x)
    on_it = np.asarray(np.abs(misses) <= least)
    if on_it.sum() < 2:
        return on_it, np.full(int(on_it.sum()), np.nan)
    others = np.where(on_it, 0.0, np.sign(misses))
    at = (x - x.mean()) / np.ptp(x)
    rest = np.array([others.sum(), others @ at])
    pulls = np.linalg.lstsq(np.stack([np.ones(on_it.sum()), at[on_it]]), -rest, rcond=None)[0]
    return on_it, np.asarray(pulls)


class Limits(VMobject):
    """Above and below each point on a line a bar: farther than that its arrow cannot reach."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=BOLD)
        self._chart = chart

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Put the bars about those of the points (x, y) that are on a line (a, b)."""
        on_it, pulls = holding(x, y, line, TOUCHING * self._chart.y_scale.span)
        some = np.flatnonzero(on_it)[~np.isnan(pulls)]
        half = np.array([BAR / 2, 0.0, 0.0])
        middles = np.concatenate(
            [_reached(self._chart, x[some], y[some], np.full(some.size, one)) for one in (-1, 1)]
        )
        self.points = polylines(np.stack([middles - half, middles + half], axis=1))
        return self


class Holding(VGroup):
    """What each point on a line has to pull, so that the line is held: from its ring on.

    What is missing once a whole pull is too little is another arrow, from where that one ends.
    """

    def __init__(self, chart: Chart, theme: Theme) -> None:
        self._chart = chart
        self._pulls = VMobject(stroke_color=theme.absolute, stroke_width=SHAFT)
        self._missing = VMobject(stroke_color=theme.ink, stroke_width=SHAFT)
        super().__init__(self._pulls, self._missing)
        self.grown = 1.0
        self.needed: Values = np.zeros(0)

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Draw what holds a line (a, b) at which the points (x, y) pull."""
        chart = self._chart
        on_it, needed = holding(x, y, line, TOUCHING * chart.y_scale.span)
        self.needed = needed
        needs = np.flatnonzero(on_it)[np.abs(needed) > NOTHING]
        needed = needed[np.abs(needed) > NOTHING]
        whole = np.clip(needed, -1.0, 1.0)
        x, y = x[needs], y[needs]
        grown = max(self.grown, NOTHING)
        rings, ends = (_reached(chart, x, y, share * whole) for share in (NOTHING, grown))
        self._pulls.points = arrows(rings, ends, chart.box)
        short = np.abs(needed) > 1 + NOTHING
        tips = _reached(chart, x[short], y[short], grown * needed[short])
        self._missing.points = arrows(ends[short], tips, chart.box)
        return self

    def resist(self, x: Values, y: Values, pull: float) -> Self:
        """Let all points (x, y) ``pull`` alike, as they do where the line is pushed off them."""
        rings, ends = (
            _reached(self._chart, x, y, np.full(x.size, share * pull)) for share in (NOTHING, 1.0)
        )
        self._pulls.points = arrows(rings, ends, self._chart.box)
        self._missing.points = np.zeros((0, 3))
        return self


def _reached(chart: Chart, x: Values, y: Values, pulls: Values) -> Values:
    """Return how far arrows (n, 3) reach from the rings of points (x, y), up or down."""
    up = RADIUS * np.sign(pulls) + LENGTH_PULL * chart.box.height * pulls
    return chart.places(x, y) + np.stack([0 * up, up, 0 * up], axis=-1)
