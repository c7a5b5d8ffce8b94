"""A walk over the plane of lines (a, b): petals that leave the optimum and come back to it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.landscape.squared import ResidualLandscape

PETALS = 3
STEPS = 901


@dataclass(frozen=True)
class RosePath:
    """A rose about the optimum of ``landscape``; ``height`` is reached on every petal."""

    landscape: ResidualLandscape
    height: float

    def at(self, share: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (a, b) after ``share`` of the walk."""
        turn = np.pi * np.asarray(share)
        root = np.sqrt(self.height) * np.sin(PETALS * turn)
        return self.landscape.at(root, 0.4 + 2 * turn)

    def whole(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (a, b) along the walk, in steps small enough to draw."""
        return self.at(np.linspace(0, 1, STEPS))
