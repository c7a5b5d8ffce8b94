"""Many points as a few groups of neighbours: each weighs what all of its points weigh together.

Pieces of columns cost time in every frame, however thin they are. So of a long table those who are
near each other, and miss the best line to the same side, become one piece. Sums are exact for any
line; only where a line parts a group is what its points miss above and below told as one number.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.fits.line import LineFit
from scenes.visuals.normal_equations.beams.columns import Values
from scenes.visuals.plot.cloud import MOST_DISCS

STRIPS = LAYERS = 20

Groups = NDArray[np.intp]


@dataclass(frozen=True)
class Weights:
    """Groups of points: their means, and the sums of their levers.

    ``beside_x`` and ``beside_y`` are what levers times x, and times y, add up to beyond what the
    means alone do: 0 where the group is one point.
    """

    x: Values
    y: Values
    levers: Values
    beside_x: Values
    beside_y: Values

    @classmethod
    def of(cls, x: Values, y: Values, levers: Values, group: Groups) -> Self:
        """Add up the points (n,) of each ``group`` (n,), which are counted from 0."""

        def added(values: Values) -> Values:
            return np.asarray(np.bincount(group, values), dtype=np.float64)

        counts = np.bincount(group)
        mean_x, mean_y = added(x) / counts, added(y) / counts
        return cls(
            mean_x,
            mean_y,
            added(levers),
            beside_x=added(levers * (x - mean_x[group])),
            beside_y=added(levers * (y - mean_y[group])),
        )

    def misses(self, a: float, b: float) -> Values:
        """Return what the misses of y = a x + b add up to in each group, each times its lever."""
        misses: Values = self.levers * (self.y - (a * self.x + b))
        return misses + (self.beside_y - a * self.beside_x)


def groups_of(x: Values, y: Values, best: LineFit) -> Groups:
    """Return the group of each point: one for each, or of many those in one place.

    Strips along x hold equally many points, and so do the layers of each strip; none reaches
    across the best line.
    """
    if x.size <= MOST_DISCS:
        return np.arange(x.size)
    miss = y - (best.slope * x + best.intercept)
    strip = np.empty(x.size, dtype=np.intp)
    strip[np.argsort(x, kind="stable")] = STRIPS * np.arange(x.size) // x.size
    order = np.lexsort((miss, strip))
    sizes = np.bincount(strip)
    within = np.arange(x.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    layer = np.empty(x.size, dtype=np.intp)
    layer[order] = LAYERS * within // np.repeat(sizes, sizes)
    place = 2 * (LAYERS * strip + layer) + (miss > 0)
    groups: Groups = np.unique(place, return_inverse=True)[1]
    return groups
