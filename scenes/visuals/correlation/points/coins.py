"""Points that stand so close above each other that their discs overlap: a stack of coins."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Values
from scenes.visuals.plot.regression import Points
from scenes.visuals.writing.screen import BOLD

RADIUS = 0.15
LARGER = 1.5
MARKED_LARGER = 1.5


def shrunk(width: float) -> float:
    """Return the size of a disc in a chart that has this share of its width; they stay large."""
    return float(np.sqrt(width))


class Coins(VGroup):
    """Discs at the points (x, y), each its own, the higher one over the lower one.

    As one mobject (see ``Points``) their rims would be drawn over all discs, also where they are
    covered. They shrink with their chart, though less. One of them can be singled out by a colour
    and a size of its own, which stay with it. Two can be marked: one is full, the other a ring;
    the same one twice is full. Any of them can be lit.
    """

    def __init__(self, chart: Chart, x: Values, y: Values, theme: Theme) -> None:
        self.model = Points(chart, x, y, theme, radius=RADIUS)
        self.colours = ManimColor(theme.point), ManimColor(theme.far)
        self.full_width = chart.box.width
        self.looks = ManimColor(theme.ink), ManimColor(theme.background)
        self.pair, self.marked = (0, 0), 0.0
        self.single, self.singled = 0, 0.0
        self.bright, self.lit = np.zeros(np.size(y), dtype=bool), 0.0
        super().__init__(*(VMobject().match_style(self.model) for _ in y))
        self.draw()

    @property
    def x(self) -> Values:
        """Return where the points are now."""
        return self.model.x

    @property
    def y(self) -> Values:
        """Return how high the points are now."""
        return self.model.y

    def set_values(self, x: ArrayLike, y: ArrayLike) -> Self:
        """Move the discs to the points (x, y)."""
        self.model.set_values(x, y)
        return self.draw()

    def single_out(self, single: int, share: float) -> Self:
        """Give one disc a share of the colour and the size of its own."""
        self.single, self.singled = single, share
        return self.draw()

    def mark(self, pair: tuple[int, int], share: float) -> Self:
        """Give two discs a share of the looks that tell them from all others and each other."""
        self.pair, self.marked = pair, share
        return self.draw()

    def light(self, bright: NDArray[np.bool_], share: float) -> Self:
        """Give some discs a share of a bright colour."""
        self.bright, self.lit = bright, share
        return self.draw()

    def draw(self) -> Self:
        """Draw the discs where the chart is now."""
        discs = self.model.draw().points.reshape(len(self.submobjects), -1, 3)
        middles = self.model.chart.places(self.x, self.y)[:, None]
        size = np.full((len(discs), 1, 1), shrunk(self.model.chart.box.width / self.full_width))
        size[self.single] *= 1 + self.singled * (LARGER - 1)
        size[list(self.pair)] *= 1 + self.marked * (MARKED_LARGER - 1)
        discs = middles + size * (discs - middles)
        here = np.isin(np.arange(self.y.size), self.pair) * bool(self.marked)
        for coin, k in zip(self.submobjects, np.lexsort((self.y, here)).tolist(), strict=True):
            coin.points = discs[k]
            marked = self.marked * (k in self.pair)
            plain = self.colours[0].interpolate(self.looks[0], self.lit * self.bright[k])
            usual = plain.interpolate(self.looks[k != self.pair[0]], marked)
            coin.set_fill(usual.interpolate(self.colours[1], self.singled * (k == self.single)))
            coin.set_stroke(self.looks[0], width=BOLD if marked else 0, opacity=marked)
        return self
