"""The small parabolas of all squares, and how they are stacked: their sum is one parabola."""

from collections.abc import Callable
from typing import Protocol, Self

import numpy as np
from manim import LineJointType, VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from core.palette import Theme
from scenes.visuals.plot.regression import SQUARE_OPACITY, set_rings, square
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

Values = NDArray[np.float64]
Lines = tuple[Values, Values]

STEPS = 61
QUICKEST = 0.1  # of the time that the first one takes
WAITING = 0.06


class Ground(Protocol):
    """What a stack stands on: a chart, or a way across a sheet in space."""

    def places(self, x: ArrayLike, y: ArrayLike) -> Values:
        """Return the places (n, 3) of numbers x of lines, and of heights y."""


class Stack(VGroup):
    """A band for each square, as thick as the square is large, over one number of lines.

    ``lines`` returns the lines (a, b) of values of that number, ``total`` the sum of the squares
    of all points for lines (a, b); the chart's heights are such sums in units of ``unit``.
    ``first`` is the square whose band lies lowest. Of points whose squares are not drawn there is
    one band, the topmost.
    """

    def __init__(
        self,
        chart: Ground,
        shown: ShownPoints,
        total: Callable[[Values, Values], Values],
        lines: Callable[[Values], Lines],
        theme: Theme,
        *,
        first: int = 0,
        unit: float = 1.0,
    ) -> None:
        x, y = shown.with_squares
        steepest = np.argsort(-np.abs(x), kind="stable")
        order = [first, *(k for k in steepest if k != first)]
        self._x, self._y = x[order, None], y[order, None]
        self._rest = shown.squared.size < shown.total
        super().__init__(*(square(theme) for _ in range(len(order) + self._rest)))
        for band in self:
            band.joint_type = LineJointType.ROUND  # ends are sharp, and not to be longer
        self.chart, self._total, self._lines, self._unit = chart, total, lines, unit
        self._way = np.ones(len(self))
        # In the tank the same layers lie on each other.
        self.layers = VMobject(stroke_color=theme.residual, stroke_width=THIN)

    @property
    def _low(self) -> Values:
        """Where each band begins now (n, STEPS)."""
        below: Values = np.cumsum(self._areas, axis=0) - self._areas
        return self._way[:, None] * below

    def set_seen(self, low: float, high: float) -> Self:
        """Draw the bands over the values from ``low`` to ``high``."""
        self._values = np.linspace(low, high, STEPS)
        self._areas = self._of(*self._lines(self._values))
        return self.draw()

    def set_share(self, share: float) -> Self:
        """Lift the bands after ``share`` of the stacking, one after the other; not yet drawn."""
        # The first lies where it is. The others come ever more quickly: one sees what happens.
        spans = np.geomspace(1.0, QUICKEST, len(self) - 1)
        begun = np.cumsum(spans) - spans
        way = np.append(1.0, np.clip((share * spans.sum() - begun) / spans, 0, 1))
        self._way = way * way * (3 - 2 * way)
        return self

    def corners(self) -> Values:
        """Return the outlines (n, 2 STEPS, 3) of the bands now: below to the right, above back."""
        below, above = (
            self.chart.places(np.tile(self._values, len(self)), edge.ravel() / self._unit).reshape(
                *edge.shape, 3
            )
            for edge in (self._low, self._low + self._areas)
        )
        return np.concatenate([below, above[:, ::-1]], axis=1)

    def draw(self) -> Self:
        """Draw the bands where they are now, by the present scale of the chart."""
        set_rings(self, self.corners())
        # What still lies at the foot is only outlined: so many would hide each other.
        for band, way in zip(self, self._way, strict=True):
            band.set_fill(opacity=WAITING + float(way) * (SQUARE_OPACITY - WAITING))
        return self

    def at(self, a: float, b: float) -> Values:
        """Return how much of each square of the line (a, b) is in the stack."""
        stacked: Values = self._way * self._of(np.array([a]), np.array([b]))[:, 0]
        return stacked

    def draw_layers(self, tank: Tank, a: float, b: float) -> Self:
        """Draw where one square of (a, b) ends in ``tank`` and the next begins."""
        tops = np.array([tank.top_of(float(top)) for top in np.cumsum(self.at(a, b))])[:-1]
        zero = np.zeros_like(tops)
        ends = [np.stack([zero + u, tops, zero], axis=1) for u in (tank.box.left, tank.box.right)]
        self.layers.points = polylines(np.stack(ends, axis=1))
        return self

    def _of(self, a: Values, b: Values) -> Values:
        """Return the areas (n, m) of the squares of the lines (a, b), each (m,)."""
        own: Values = np.square(self._y - a * self._x - b)
        if self._rest:
            own = np.vstack([own, self._total(a, b) - own.sum(axis=0)])
        return own
