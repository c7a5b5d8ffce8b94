"""What a square or a length gains while its line moves one small step: strips, or a bit."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import openings, set_rings, square
from scenes.visuals.squared_versus_absolute.measure import Measure
from scenes.visuals.squared_versus_absolute.pulls import HEAD, LARGEST_HEAD

Values = NDArray[np.float64]

LIT = 0.95
# Of a bit that a length gains and of an arrow's shaft, how far the head of an arrow reaches beyond
# its shaft to either side, and how long it is. In units of the screen.
BIT_WIDTH, SHAFT_WIDTH, BARB, HEAD_LENGTH = 0.24, 0.11, 0.14, 0.4
# A point hides at most such a share of its arrow.
HIDDEN = 0.4


class Gain(VGroup):
    """The strips that the squares of points (x, y) gain, or the bits that their lengths gain.

    They are gained between a line (a, b) and the same line one ``step`` (in units of y) away. A
    square gains an L: a ``cap`` along the line, and a strip at its side away from the miss, which
    is as long as the miss. Put onto the miss it is the shaft of the arrow of its point; so is a
    bit. The ``shafts`` end where a disc of ``rims`` (n,) hides the point, in units of the screen.
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
        self._opening = openings(chart, self._foot) if self._in_squares else np.ones(x.size)
        self._rims = rims
        self._back = self._headed = self._slim = 0.0
        self.set_moved(0.0)

    def set_moved(self, share: float) -> Self:
        """Show what is gained once the line has come ``share`` of its step."""
        self._moved = share
        return self._draw()

    def set_back(self, share: float) -> Self:
        """Take strips onto their misses, and bits back with the line, by a ``share`` of the way."""
        self._back = share
        return self._draw()

    def set_headed(self, share: float) -> Self:
        """Let the shafts get a ``share`` of the heads of arrows towards their points."""
        self._headed = share
        return self._draw()

    def set_slim(self, share: float) -> Self:
        """Make the arrows as slender as all others are."""
        self._slim = share
        return self._draw()

    def _draw(self) -> Self:
        before, after = np.abs(self._miss), np.abs(self._miss + self._moved * self._step)
        low, high = np.minimum(before, after), np.maximum(before, after)
        if self._in_squares:
            aside = (1 - self._back) * (low + high) / 2
            set_rings(self.caps, self._placed(_bar(0 * low, high, low, high)))
            set_rings(self.shafts, self._placed(self._arrow(aside, high - low, 0 * low, low)))
            return self
        down = self._back * (high - low)
        bit = self._arrow(0 * low, np.full_like(low, BIT_WIDTH), low - down, high - down)
        set_rings(self.shafts, self._placed(bit))
        return self

    def _arrow(
        self, middle: Values, wide: Values, low: Values, high: Values
    ) -> list[tuple[Values, Values]]:
        """Return the outline of arrows down from ``high`` to ``low``; without heads they are bars.

        They are so ``wide`` about their ``middle``.
        """
        headed, slim = self._headed, self._slim
        half = ((1 - slim) * wide + slim * SHAFT_WIDTH) / 2
        tip = low + headed * np.minimum(self._rims, HIDDEN * (high - low))
        longest = (1 - slim) * HEAD_LENGTH + slim * HEAD
        neck = tip + headed * np.minimum(longest, LARGEST_HEAD * (high - tip))
        barb = half + headed * ((1 - slim) * BARB + slim * (HEAD - SHAFT_WIDTH / 2))
        return [
            (middle - half, high),
            (middle - half, neck),
            (middle - barb, neck),
            (middle, tip),
            (middle + barb, neck),
            (middle + half, neck),
            (middle + half, high),
        ]

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
