"""How far the tilted law misses the points that it is fitted to: squares."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.rates import Law
from scenes.visuals.half_thickness.views import LOGARITHMS, Values
from scenes.visuals.plot.regression import openings, set_rings, square


class Misses(VGroup):
    """The squares between points and law, after ``shown`` of their growth from the points."""

    def __init__(self, law: Law, x: Values, rate: Values, theme: Theme) -> None:
        super().__init__(*(square(theme) for _ in x))
        self.law, self.x, self.rate, self.shown = law, x, rate, 0.0

    @property
    def areas(self) -> Values:
        """Return the squares of the differences between the logarithms."""
        return np.asarray(np.log(self.rate / self.law.at(self.x)) ** 2)

    def set_shown(self, shown: float) -> Self:
        """Draw them so far grown."""
        self.shown = shown
        return self.draw()

    def corners(self) -> NDArray[np.float64]:
        """Return the corners (n, 4, 3) of the squares."""
        chart = self.law.views.charts[LOGARITHMS]
        points = chart.places(self.x, np.log(self.rate))
        feet = chart.places(self.x, np.log(self.law.at(self.x)))
        ends = points[:, 1] + self.shown * (feet - points)[:, 1]
        low, high = np.sort([points[:, 1], ends], axis=0)
        width = openings(chart, points) * (high - low)
        left, right = points[:, 0] + np.minimum(width, 0), points[:, 0] + np.maximum(width, 0)
        ring = ((left, low), (right, low), (right, high), (left, high))
        return np.stack([np.stack([u, v, 0 * u], axis=-1) for u, v in ring], axis=1)

    def draw(self) -> Self:
        """Draw them from their state."""
        set_rings(self, self.corners())
        return self


@dataclass(frozen=True)
class Fitting:
    """The law on its way to where the sum of its squares is least."""

    law: Law
    misses: Misses
    tilt: float  # to begin with

    @classmethod
    def of(cls, law: Law, x: Values, rate: Values, theme: Theme, tilt: float) -> Self:
        """Build it for the points (x, rate) and a law that is tilted by ``tilt`` at first."""
        return cls(law, Misses(law, x, rate, theme).set_z_index(8), tilt)

    def turn(self, share: float) -> None:
        """Turn the law after a share of its way to where its squares are least."""
        self.law.set_tilt((1 - share) * self.tilt)
        self.misses.draw()
