"""What a square or a length gains while its line moves one small step: strips, or a bit."""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import openings, set_rings, square
from scenes.visuals.squared_versus_absolute.measure import Measure

Values = NDArray[np.float64]

LIT = 0.95
# Of a bit that a length gains and of what becomes an arrow, in units of the screen.
BIT_WIDTH, SHAFT_WIDTH = 0.24, 0.11


class Gain(VGroup):
    """The strips that the squares of points (x, y) gain, or the bits that their lengths gain.

    They are gained between a line (a, b) and the same line one ``step`` (in units of y) away. A
    square gains a strip beside its miss and one at the line. That one is folded down onto the miss:
    there both lie where the arrow of the point will be, each as long as the miss.
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
        self._foot = chart.places(x, y)
        self._miss = (chart.places(x, np.polyval(line, x)) - self._foot)[:, 1]
        self._up = np.where(self._miss >= 0, 1.0, -1.0)
        self._step = step / chart.y_scale.span * chart.box.height
        self._opening = openings(chart, self._foot) if self._in_squares else np.ones(x.size)
        self.set_moved(0.0)

    def set_moved(self, share: float) -> Self:
        """Show what is gained once the line has come ``share`` of its step."""
        return self._set(self._gained(share, 0.0))

    def set_folded(self, share: float) -> Self:
        """Fold the strip at the line of each square down onto the miss."""
        return self._set(self._gained(1.0, share))

    def set_drawn(self, share: float, tails: Values, tips: Values) -> Self:
        """Draw strips or bits together into the shafts of arrows, ``tails`` to ``tips``."""
        half = np.full_like(self._miss, SHAFT_WIDTH / 2)
        # A tip may be beyond its point.
        tail, tip = (self._up * (end - self._foot)[:, 1] for end in (tails, tips))
        if self._in_squares:
            shaft = [*_bar(-half, 0 * half, tip, tail), *_hanging(half, tip, tail)]
        else:
            aside = (tails - self._foot)[:, 0]
            shaft = _bar(aside - half, aside + half, tip, tail)
        return self._set((1 - share) * self._gained(1.0, 1.0) + share * self._placed(shaft))

    def _set(self, corners: Values) -> Self:
        set_rings(self, corners)
        return self

    def _gained(self, moved: float, folded: float) -> Values:
        before, after = np.abs(self._miss), np.abs(self._miss + moved * self._step)
        low, high = np.minimum(before, after), np.maximum(before, after)
        if not self._in_squares:
            half = np.full_like(low, BIT_WIDTH / 2)
            return self._placed(_bar(-half, half, low, high))
        wide, angle = high - low, folded * np.pi / 2
        turned = [
            (
                along * np.cos(angle) + across * np.sin(angle),
                low - along * np.sin(angle) + across * np.cos(angle),
            )
            for along, across in ((0, 0), (0, wide), (low, wide), (low, 0))
        ]
        return self._placed([*_bar(-wide, 0 * wide, 0 * high, high), *turned])

    def _placed(self, corners: list[tuple[Values, Values]]) -> Values:
        """Return places (n, 4, 3) of corners across and along the miss, four for each part."""
        flat = np.zeros_like(self._miss)
        placed = [
            self._foot + np.stack([self._opening * u, self._up * v, flat], axis=-1)
            for u, v in corners
        ]
        parts = [np.stack(placed[k : k + 4], axis=1) for k in range(0, len(placed), 4)]
        return np.concatenate(parts)


def _bar(left: Values, right: Values, low: Values, high: Values) -> list[tuple[Values, Values]]:
    return [(left, low), (right, low), (right, high), (left, high)]


def _hanging(wide: Values, low: Values, high: Values) -> list[tuple[Values, Values]]:
    """Return the corners of a bar in the order of a strip that was folded down."""
    return [(0 * wide, high), (wide, high), (wide, low), (0 * wide, low)]
