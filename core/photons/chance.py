"""Chance: how deep each photon gets in lead, and when a counter ticks."""

import numpy as np

from core.numerics.validation import FloatArray


def depths_by_chance(mu_per_mm: float, photons: int, seed: int) -> FloatArray:
    """Return how deep each of so many photons gets in endless lead, in mm.

    A photon has no memory: whatever lies behind it, the next millimetre lets it through with the
    same chance, exp(-mu). So depths have an exponential distribution of mean 1 / mu.

    >>> depths = depths_by_chance(0.5, 100_000, seed=1)
    >>> after_one = (depths > 2).sum() / (depths > 1).sum()
    >>> bool(abs(after_one - np.exp(-0.5)) < 0.01)
    True
    """
    return np.random.default_rng(seed).exponential(1 / mu_per_mm, photons)


def ticks_by_chance(rate: float, seconds: float, seed: int) -> FloatArray:
    """Return the times in s, ascending, at which a counter of this mean rate per second ticks.

    >>> bool(abs(ticks_by_chance(5.0, 1000.0, seed=1).size - 5000) < 300)
    True
    """
    rng = np.random.default_rng(seed)
    return np.sort(rng.uniform(0.0, seconds, rng.poisson(rate * seconds)))
