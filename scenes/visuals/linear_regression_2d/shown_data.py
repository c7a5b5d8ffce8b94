"""How much of a table a film shows: all points of a small one, a stated sample of a large one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.plot.panel import Box, Scale

MOST_POINTS = 400
# More squares than this hide each other and the line.
MOST_SQUARES = 40
SEED = 20211126
LARGEST_SQUARE = 2.9

Values = NDArray[np.float64]


@dataclass(frozen=True)
class ShownData:
    """The points on screen, those of them that carry squares, and the scales that hold them."""

    x: Values
    y: Values
    squared: NDArray[np.intp]
    total: int
    x_scale: Scale
    y_scale: Scale

    @classmethod
    def of(
        cls, data: Dataset, landscape: ResidualLandscape, height: float, box: Box
    ) -> "ShownData":
        """Choose what to show in ``box`` when lines up to ``height`` on the landscape come by."""
        chosen = _sample(np.arange(data.x.size), MOST_POINTS)
        x, y = data.x[chosen], data.y[chosen]
        squared = _sample(np.arange(x.size), MOST_SQUARES)
        x_scale = Scale.around(data.x, 0.06)
        low, high = _swept(x, landscape, height)
        y_scale = Scale.around(np.concatenate([data.y, low, high]), 0.03)
        reach = np.maximum(np.abs(y - low), np.abs(y - high))[squared]
        side = box.height * float(reach.max()) / (y_scale.high - y_scale.low)
        return cls(x, y, squared, data.x.size, x_scale, y_scale.widened(side / LARGEST_SQUARE))

    @property
    def is_sample(self) -> bool:
        """Tell whether points of the table are left out."""
        return self.x.size < self.total

    def headline(self) -> str:
        """Say how many points there are, and how many of them are on screen."""
        if self.is_sample:
            return f"{self.x.size} of {self.total} points, chosen at random."
        return f"{self.total} points along a line."


def _sample(index: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    if index.size <= most:
        return index
    return np.sort(np.random.default_rng(SEED).choice(index, most, replace=False))


def _swept(x: Values, landscape: ResidualLandscape, height: float) -> tuple[Values, Values]:
    """Return the lowest and highest value that any line of the film takes at each x."""
    ring_a, ring_b = landscape.at(np.sqrt(height), np.linspace(0, 2 * np.pi, 73))
    da, db = landscape.slope_reach(height), landscape.intercept_reach(height)
    a = np.concatenate([ring_a, landscape.slope + np.array([-da, da, 0, 0])])
    b = np.concatenate([ring_b, landscape.intercept + np.array([0, 0, -db, db])])
    lines = a[:, None] * x + b[:, None]
    return lines.min(axis=0), lines.max(axis=0)
