"""What holds the line of least lengths: the points on it, each by up to one full pull."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.balance import BESIDE
from scenes.visuals.squared_versus_absolute.pulls import LENGTH_PULL, arrows, beside, ends_of
from scenes.visuals.squared_versus_absolute.stray import TOUCHING, Line, Values
from scenes.visuals.writing.screen import BOLD, THIN

# Of what shows how hard a point on the line can pull, from the point on, in units of the screen.
LEFT, RIGHT = -0.46, 0.19
# How far a line is turned, in the turn at which another point meets it, and at most at the ends of
# the chart in its heights.
SHARE, MOST = 0.7, 0.12


class Reach(VMobject):
    """A frame about each point (x, y) on a line (a, b): as far as it can pull, up and down."""

    def __init__(self, chart: Chart, x: Values, y: Values, line: Line, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        on_it, up = _touched(chart, x, y, line), LENGTH_PULL * chart.box.height
        tails, _ = ends_of(chart, x[on_it] + beside(chart, BESIDE), np.zeros(on_it.sum()), line)
        left, right = LEFT - BESIDE, RIGHT - BESIDE
        ring = [(left, -up), (right, -up), (right, up), (left, up), (left, -up)]
        self.points = polylines(tails[:, None] + np.array([(u, v, 0.0) for u, v in ring]))


class Needed(VMobject):
    """An arrow for each point on a line: the pull that it takes there to hold all the others.

    Without a point on the line there is none.
    """

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(stroke_color=theme.absolute, stroke_width=BOLD + 2)
        self.chart = chart
        self.grown = 1.0

    def answer(self, x: Values, y: Values, line: Line) -> Self:
        """Draw the arrows of points (x, y) that hold a line (a, b), as far as they have grown."""
        pulls = needed(self.chart, x, y, line)
        on_it = _touched(self.chart, x, y, line)
        reach = self.grown * LENGTH_PULL * self.chart.y_scale.span * pulls
        tails, tips = ends_of(self.chart, x[on_it] + beside(self.chart, BESIDE), reach, line)
        seen = np.abs(pulls) > TOUCHING
        self.points = arrows(tails[seen], tips[seen])
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
