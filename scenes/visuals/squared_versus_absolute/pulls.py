"""How hard each point pulls at a line: how fast its part of the sum changes with the line."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Measure
from scenes.visuals.squared_versus_absolute.stray import TOUCHING
from scenes.visuals.writing.screen import BOLD, Box

Values = NDArray[np.float64]

# Of an arrow's head, in units of the screen, and at most as a share of the arrow.
HEAD, LARGEST_HEAD = 0.25, 0.5
SHAFT = BOLD + 4
# The pull of a square, as a share of the miss: its tip stays clear of the point. That of a length
# is the same for every point, a share of the height of the chart: so far a line steps for it.
SQUARE_PULL, LENGTH_PULL = 0.75, 0.078


class Pulls(VMobject):
    """An arrow for each point, from the line towards it.

    It grows with the miss where squares are summed, and has one length where lengths are. It may
    stand so far ``beside`` its point, in units of the screen.
    """

    def __init__(
        self, chart: Chart, measure: Measure, theme: Theme, *, beside: float = 0.0
    ) -> None:
        super().__init__(stroke_color=measure.colour(theme), stroke_width=SHAFT)
        self.chart, self.measure, self.beside = chart, measure, beside
        self.grown: Values | float = 1.0

    def lengths(self, misses: Values) -> Values:
        """Return how far each arrow reaches up (or down, below 0) in units of y."""
        if self.measure.power > 1:
            return SQUARE_PULL * misses
        sides = np.where(np.abs(misses) > TOUCHING * self.chart.y_scale.span, np.sign(misses), 0.0)
        return LENGTH_PULL * self.chart.y_scale.span * sides

    def ends(self, x: Values, y: Values, line: tuple[float, float]) -> tuple[Values, Values]:
        """Return the tails and the tips (n, 3) of the arrows of points (x, y) at a line (a, b)."""
        reach = self.grown * self.lengths(y - np.polyval(line, x))
        return ends_of(self.chart, x + beside(self.chart, self.beside), reach, line)

    def answer(self, x: Values, y: Values, line: tuple[float, float]) -> Self:
        """Draw the arrows of points (x, y) at a line (a, b), each as far as it has ``grown``."""
        tails, tips = self.ends(x, y, line)
        pulling = self.seen(tails, tips)
        self.points = arrows(tails[pulling], tips[pulling], self.chart.box)
        return self

    def seen(self, tails: Values, tips: Values) -> NDArray[np.bool_]:
        """Tell which arrows (n,) are there at all: a point on the line does not pull."""
        return np.asarray(np.abs(tips - tails)[:, 1] > TOUCHING * self.chart.box.height)


def beside(chart: Chart, across: float) -> float:
    """Return in units of x what is so far ``across`` on the screen."""
    return across / chart.box.width * chart.x_scale.span


def ends_of(
    chart: Chart, x: Values, reach: Values, line: tuple[float, float]
) -> tuple[Values, Values]:
    """Return tails and tips (n, 3) of arrows that reach up from a line (a, b) at x."""
    on_line = np.polyval(line, x)
    return chart.places(x, on_line), chart.places(x, on_line + reach)


def arrows(tails: Values, tips: Values, box: Box) -> Values:
    """Return the points of upright arrows from ``tails`` (n, 3) to ``tips`` (n, 3).

    They are cut where they leave ``box`` upwards or downwards: what is cut off has no head.
    """
    along = tips[:, 1] - tails[:, 1]
    inside = (box.bottom <= tips[:, 1]) & (tips[:, 1] <= box.top)
    size = np.sign(along) * np.minimum(HEAD, LARGEST_HEAD * np.abs(along)) * inside
    tails, tips = (_within(ends, box) for ends in (tails, tips))
    wings = [
        tips + np.stack([side * np.abs(size), -size, np.zeros_like(size)], axis=-1)
        for side in (-1, 1)
    ]
    heads = polylines(np.stack([wings[0], tips, wings[1]], axis=1))
    return np.concatenate([polylines(np.stack([tails, tips], axis=1)), heads])


def _within(places: Values, box: Box) -> Values:
    cut = places.copy()
    cut[:, 1] = np.clip(cut[:, 1], box.bottom, box.top)
    return cut
