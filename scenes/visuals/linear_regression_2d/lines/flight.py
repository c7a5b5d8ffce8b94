"""Squares on their way into a tank that grow neither larger nor smaller."""

from typing import Self

import numpy as np

from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.tank import Pouring

NOTHING = 1e-9  # a side of a square that has none


class Flight(Pouring):
    """Squares that become layers: each grows wider as much as it becomes lower.

    Where a layer is as large as its square it keeps its area all the way.
    """

    def set_share(self, share: float) -> Self:
        """Show the squares after ``share`` of the pouring, one after the other."""
        way = self.ways(share)[:, None]
        eased = way * way * (3 - 2 * way)
        middle = (1 - eased) * self._start.mean(axis=1) + eased * self._layers.mean(axis=1)
        sides = [
            np.maximum(ring[:, 2] - ring[:, 0], NOTHING) for ring in (self._start, self._layers)
        ]
        half = sides[0] ** (1 - eased) * sides[1] ** eased / 2
        ring = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
        set_rings(self, middle[:, None] + ring * half[:, None])
        return self
