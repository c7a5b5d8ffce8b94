"""When a hundred photons leave their grid, and where in it each of them waits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIDE = 10
PHOTONS = SIDE * SIDE
SEED = 1897

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Flight:
    """When each photon leaves and how long it flies, in shares of the whole flight of all.

    The column nearest to the lead leaves first; inside a column the photons leave in loose order,
    so that they arrive one by one and can be counted.
    """

    leaves: Values
    takes: float = 0.4

    @classmethod
    def in_columns(cls) -> "Flight":
        """Let the photons leave column by column."""
        column = np.arange(PHOTONS) % SIDE
        jitter = np.random.default_rng(SEED).uniform(0.0, 1.6, PHOTONS)
        order = (SIDE - 1 - column) + jitter
        return cls((1 - cls.takes) * order / order.max())

    def way(self, share: float) -> Values:
        """Return how far each photon is on its way, 0 to 1, after ``share`` of the flight."""
        return np.clip((share - self.leaves) / self.takes, 0.0, 1.0)


def grid(left: float, middle: float, slot: float) -> Values:
    """Return the places (100, 3) of a grid's slots, row by row, ``slot`` apart."""
    row, column = np.divmod(np.arange(PHOTONS), SIDE)
    across, up = left + (column + 0.5) * slot, middle + ((SIDE - 1) / 2 - row) * slot
    return np.stack([across, up, np.zeros(PHOTONS)], axis=-1)
