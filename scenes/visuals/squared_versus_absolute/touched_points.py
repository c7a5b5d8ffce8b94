"""Data points that swell while a line passes through them."""

from typing import Self

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.plot.panel import Panel
from scenes.visuals.plot.regression_plot import DataPoints

RADIUS = 0.085
SWELLING = 0.9
REACH = 0.16


class TouchedPoints(DataPoints):
    """Discs at the points (x, y), each of which grows as a line comes near it on the screen."""

    def __init__(self, panel: Panel, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        super().__init__(panel, x, y, radius=RADIUS)
        self.panel, self.x = panel, x

    def set_line(self, a: float, b: float) -> Self:
        """Swell the points near y = a x + b."""
        gap = self.panel.places(self.x, a * self.x + b)[:, 1] - self._places[:, 1]
        size = 1 + SWELLING * np.exp(-((gap / REACH) ** 2))
        discs = self._places[:, None, :] + size[:, None, None] * self._disc
        self.points = discs.reshape(-1, 3)
        return self
