"""What a square or a length gains while its line moves one small step: strips, or a bit."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, interpolate_color
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import set_rings, square
from scenes.visuals.squared_versus_absolute.measure import Measure
from scenes.visuals.squared_versus_absolute.pulls import SHAFT, colour_of

Values = NDArray[np.float64]

LIT = 0.95
# Of a bit that a length gains, and of the shaft of an arrow. In units of the screen.
BIT_WIDTH, SHAFT_WIDTH = 0.24, SHAFT / 100


class Gain(VGroup):
    """The strips that the squares of points (x, y) gain, or the bits that their lengths gain.

    They are gained between a line (a, b) and the same line one ``step`` (in units of y) away. A
    square, which opens to one ``side``, gains an L of two strips alike, mitred where they meet: a
    ``cap`` along the line, and one at its side away from the miss. Cut, that one is as long as the
    miss, and put onto it the shaft of the arrow of its point; so is a bit, which stands back from a
    disc of ``rims`` (n,) about its point, in units of the screen.
    """

    def __init__(
        self,
        chart: Chart,
        x: Values,
        y: Values,
        line: tuple[float, float],
        theme: Theme,
        *,
        measure: Measure,
        step: float,
        rims: Values,
        side: float,
    ) -> None:
        def parts(count: int) -> VGroup:
            return VGroup(*(square(theme, measure.colour(theme)) for _ in range(count)))

        self._in_squares = measure.power > 1
        self.shafts, self.caps = parts(x.size), parts(x.size if self._in_squares else 0)
        super().__init__(self.caps, self.shafts)
        for part in (*self.caps, *self.shafts):
            part.set_fill(opacity=LIT).set_stroke(theme.ink)
        self._foot = chart.places(x, y)
        self._miss = (chart.places(x, np.polyval(line, x)) - self._foot)[:, 1]
        self._up = np.where(self._miss >= 0, 1.0, -1.0)
        self._step = step / chart.y_scale.span * chart.box.height
        self._opening = side
        self._rims = rims
        self._colours = ManimColor(measure.colour(theme)), colour_of(measure, theme)
        self._edges = ManimColor(theme.ink), ManimColor(theme.background)
        self._cut = self._back = self._slim = 0.0
        self.set_moved(0.0)

    def set_moved(self, share: float) -> Self:
        """Show what is gained once the line has come ``share`` of its step."""
        self._moved = share
        return self._draw()

    def set_cut(self, share: float) -> Self:
        """Cut from both strips of squares what is longer than their misses: their corner."""
        self._cut = share
        return self._draw()

    def set_back(self, share: float) -> Self:
        """Take strips onto their misses, and bits back with the line, by a ``share`` of the way."""
        self._back = share
        return self._draw()

    def set_slim(self, share: float) -> Self:
        """Make strips and bits the shafts of arrows, in their colour."""
        self._slim = share
        fill, edge = (interpolate_color(*two, share) for two in (self._colours, self._edges))
        self.shafts.set_fill(fill, LIT + (1 - LIT) * share).set_stroke(edge)
        return self._draw()

    def _draw(self) -> Self:
        before, after = np.abs(self._miss), np.abs(self._miss + self._moved * self._step)
        low, high = np.minimum(before, after), np.maximum(before, after)
        if self._in_squares:
            aside = (1 - self._back) * (low + high) / 2
            mitre = (1 - self._cut) * (high - low)
            cap = [(0 * low, low), (low, low), (low + mitre, high), (0 * low, high)]
            corners = self._shaft(aside, high - low, 0 * low, low)
            corners[2] = corners[2][0], corners[2][1] + mitre
            set_rings(self.caps, self._placed(cap))
            set_rings(self.shafts, self._placed(corners))
            return self
        down = self._back * (high - low)
        clear = self._slim * (self._rims - (low - down)).clip(0.0)
        low, high = low - down + clear, high - down + clear
        bit = self._shaft(0 * low, np.full_like(low, BIT_WIDTH), low, high)
        set_rings(self.shafts, self._placed(bit))
        return self

    def _shaft(
        self, middle: Values, wide: Values, low: Values, high: Values
    ) -> list[tuple[Values, Values]]:
        """Return the corners of bars so ``wide`` about their ``middle``, or as an arrow's shaft."""
        half = ((1 - self._slim) * wide + self._slim * SHAFT_WIDTH) / 2
        return _bar(middle - half, middle + half, low, high)

    def _placed(self, corners: list[tuple[Values, Values]]) -> Values:
        """Return places (n, m, 3) of m corners across and along the miss."""
        flat = np.zeros_like(self._miss)
        placed = [
            self._foot + np.stack([self._opening * u, self._up * v, flat], axis=-1)
            for u, v in corners
        ]
        return np.stack(placed, axis=1)


def _bar(left: Values, right: Values, low: Values, high: Values) -> list[tuple[Values, Values]]:
    return [(left, low), (right, low), (right, high), (left, high)]
