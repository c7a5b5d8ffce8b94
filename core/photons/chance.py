"""Chance: how deep each photon gets in lead."""

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
