"""Points that stand so close above each other that their discs overlap: a stack of coins."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Values
from scenes.visuals.plot.regression import Points

RADIUS = 0.15


class Coins(VGroup):
    """Discs at the points (x, y), each its own, the higher one over the lower one.

    As one mobject (see ``Points``) their rims would be drawn over all discs, also where they are
    covered.
    """

    def __init__(self, chart: Chart, x: Values, y: Values, theme: Theme) -> None:
        self.model = Points(chart, x, y, theme, radius=RADIUS)
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

    def draw(self) -> Self:
        """Draw the discs where the chart is now."""
        discs = self.model.draw().points.reshape(len(self.submobjects), -1, 3)
        for coin, disc in zip(self.submobjects, discs[np.argsort(self.y)], strict=True):
            coin.points = disc
        return self
