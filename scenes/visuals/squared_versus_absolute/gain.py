"""What a square or a length gains while its line moves one small step: strips, or a bit."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import set_rings, square
from scenes.visuals.squared_versus_absolute.measure import Measure

Values = NDArray[np.float64]

LIT = 0.95
# Of a bit that a length gains and of what becomes an arrow, in units of the screen.
BIT_WIDTH, SHAFT_WIDTH = 0.24, 0.11


class Gain(VGroup):
    """The strips that the squares of points (x, y) gain, or the bits that their lengths gain.

    They lie between a line (a, b) and the same line one ``step`` (in units of y) away. A square
    gains a strip above it and one beside it; laid end to end they are one, as long as two misses.
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
    ) -> None:
        self._in_squares = measure.power > 1
        count = 2 * x.size if self._in_squares else x.size
        super().__init__(*(square(theme, measure.colour(theme)) for _ in range(count)))
        for part in self.submobjects:
            part.set_fill(opacity=LIT).set_stroke(theme.ink)
        self.x, self.y, self.line, self.step = x, y, line, step
        point, near = chart.places(x, y), chart.places(x, np.polyval(line, x))
        self._foot, self._top = point, chart.box.top
        self._bottom = chart.box.bottom
        self._miss = near[:, 1] - point[:, 1]
        self._step = step / chart.y_scale.span * chart.box.height
        middle = chart.box.left + chart.box.width / 2
        self._opening = np.where(point[:, 0] < middle, 1.0, -1.0)
        self.set_moved(0.0)

    def set_moved(self, share: float) -> Self:
        """Show what is gained once the line has come ``share`` of its step."""
        return self._set(share, 0.0)

    def set_laid(self, share: float) -> Self:
        """Turn the upper strip of each square until both are one."""
        return self._set(1.0, share)

    def set_drawn(self, share: float, tails: Values, tips: Values) -> Self:
        """Draw each strip or bit together into the shaft of an arrow, ``tails`` to ``tips``."""
        half = np.array([SHAFT_WIDTH / 2, 0.0, 0.0])
        shaft = np.stack([tips - half, tips + half, tails + half, tails - half], axis=1)
        start = self._corners(1.0, 1.0)
        if self._in_squares:
            middle = (tips + tails) / 2
            lower = np.stack([tips - half, tips + half, middle + half, middle - half], axis=1)
            upper = np.stack([middle - half, middle + half, tails + half, tails - half], axis=1)
            shaft = np.concatenate([lower, upper])
        set_rings(self, (1 - share) * start + share * shaft)
        return self

    def _set(self, moved: float, laid: float) -> Self:
        set_rings(self, self._corners(moved, laid))
        return self

    def _corners(self, moved: float, laid: float) -> Values:
        """Return the corners (n, 4, 3), of each part from the side of its point on."""
        up = np.where(self._miss >= 0, 1.0, -1.0)
        before, after = np.abs(self._miss), np.abs(self._miss + moved * self._step)
        low, high = np.minimum(before, after), np.maximum(before, after)
        if not self._in_squares:
            half = np.full_like(low, BIT_WIDTH / 2)
            return self._placed([(-half, low), (half, low), (half, high), (-half, high)], up)
        beside = [(low, 0 * low), (high, 0 * low), (high, low), (low, low)]
        # Turned about its outer corner, then moved in line with the strip beside.
        angle, wide = laid * np.pi / 2, high - low
        over = [
            (
                high - laid * wide - along * np.cos(angle) + across * np.sin(angle),
                low + along * np.sin(angle) + across * np.cos(angle),
            )
            for along, across in ((0, 0), (0, wide), (high, wide), (high, 0))
        ]
        fit = 1 - laid * (1 - self._fit(up, low + high))
        corners = [self._placed(one, up * fit, self._opening) for one in (beside, over)]
        return np.concatenate(corners)

    def _fit(self, up: Values, lengths: Values) -> float:
        """Return how much all strips must shrink, where one laid out would leave the chart."""
        edge = np.where(up > 0, self._top, self._bottom)
        room = np.abs(edge - self._foot[:, 1])
        return float(min(1.0, (room / lengths).min()))

    def _placed(
        self, corners: list[tuple[Values, Values]], up: Values, across: Values | float = 1.0
    ) -> Values:
        flat = np.zeros(self.x.size)
        return np.stack(
            [self._foot + np.stack([across * u, up * v, flat], axis=-1) for u, v in corners],
            axis=1,
        )
