"""A hundred photons on their way through lead: which of them stop where, seen at any time.

How deep a photon gets in endless lead has an exponential distribution. Its hundred quantiles are
dealt out to the hundred photons with a fixed seed, so that behind x mm exactly the expected number
arrives, rounded. With a seed of its own, chance decides for each photon. Where a photon is at any
time follows from its depth; no frame needs the one before.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIDE = 10
PHOTONS = SIDE * SIDE
SEED = 1896

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Depths:
    """How deep each photon gets, in mm, in the order of the slots of its grid."""

    depth_mm: Values

    @classmethod
    def of(cls, mu_per_mm: float) -> "Depths":
        """Deal out the quantiles of the exponential distribution with mean 1 / mu."""
        quantiles = -np.log1p(-(np.arange(PHOTONS) + 0.5) / PHOTONS) / mu_per_mm
        return cls(np.random.default_rng(SEED).permutation(quantiles))

    @classmethod
    def at_random(cls, mu_per_mm: float, seed: int) -> "Depths":
        """Let chance decide for each photon: about the expected number arrives."""
        return cls(np.random.default_rng(seed).exponential(1 / mu_per_mm, PHOTONS))

    def arrives(self, thickness_mm: float) -> NDArray[np.bool_]:
        """Tell which photons get through lead of ``thickness_mm``."""
        return self.depth_mm > thickness_mm


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
        jitter = np.random.default_rng(SEED + 1).uniform(0.0, 1.6, PHOTONS)
        order = (SIDE - 1 - column) + jitter
        return cls((1 - cls.takes) * order / order.max())

    def way(self, share: float) -> Values:
        """Return how far each photon is on its way, 0 to 1, after ``share`` of the flight."""
        return np.clip((share - self.leaves) / self.takes, 0.0, 1.0)
