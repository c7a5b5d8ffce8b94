"""A walk over the plane of lines (a, b) that leaves the best one ever farther behind."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.landscape.squared import ResidualLandscape

TURNS = 2.25
START = 0.4  # the direction of the first step, in radians
STEPS = 901


@dataclass(frozen=True)
class Spiral:
    """A spiral about the optimum of ``landscape`` on which epsilon only grows, up to ``height``."""

    landscape: ResidualLandscape
    height: float

    def at(self, share: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (a, b) after ``share`` of the walk."""
        way = np.asarray(share, dtype=float)
        return self.landscape.at(np.sqrt(self.height) * way, START + 2 * np.pi * TURNS * way)

    def whole(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (a, b) along the walk, in steps small enough to draw."""
        return self.at(np.linspace(0, 1, STEPS))
