"""The part of a table that a picture shows: what a few points far out must not flatten.

A typing error of one row would leave all others a tenth of the picture. Such points stay in every
sum and every fit; a picture leaves them outside its axes and says so.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.numerics.validation import FloatArray, point_vectors

# Tukey's far-out fences: so many ranges of the middle half of the points beyond it.
FENCE = 3.0
# What is not far out fills so much of an axis at least.
LEAST_SHARE = 1 / 3
FEWEST = 10  # points: among fewer none is far from the others
ONE_IN = 20  # of them may be left out, and no more: else that is their shape

Mask = NDArray[np.bool_]
Ends = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Window:
    """The ends of both axes, those of the points inside; ``inside`` (n,) tells which these are."""

    x: Ends
    y: Ends
    inside: Mask

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> "Window":
        """Return the window of the points (x, y), each of shape (n,).

        Of each axis the fewest points are left out, the farthest first, so that those that are not
        far out fill a third of it. Nothing is left out where that takes more than one in twenty, or
        where an axis for all would not be three times as long.

        >>> window = Window.of(range(12), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 900])
        >>> window.y, window.outside
        ((0.0, 10.0), 1)
        >>> Window.of(range(12), [2**k for k in range(12)]).outside
        0
        """
        u, v = point_vectors(x, y)
        inside = _near(u) & _near(v)
        return cls(_ends(u[inside]), _ends(v[inside]), inside)

    @classmethod
    def whole(cls, x: ArrayLike, y: ArrayLike) -> "Window":
        """Return the window that leaves out none of the points (x, y), each of shape (n,)."""
        u, v = point_vectors(x, y)
        return cls(_ends(u), _ends(v), np.ones(u.size, dtype=bool))

    @property
    def outside(self) -> int:
        """How many points are left out."""
        return self.inside.size - int(np.count_nonzero(self.inside))


def outside_words(count: int, total: int) -> str:
    """Return what is said to whoever sees a picture; "" where it shows all points.

    >>> outside_words(1, 60)
    '1 of 60 points lies outside the picture'
    """
    verb = "lies" if count == 1 else "lie"
    return f"{count:,} of {total:,} points {verb} outside the picture" if count else ""


def _near(values: FloatArray) -> Mask:
    """Return which values (n,) an axis shows."""
    everything = np.ones(values.size, dtype=bool)
    # So much smaller that no difference, nor a few of them, is too large for a float.
    small = values / 16
    low, high = _ends(small)
    if values.size < FEWEST or not high - low > 0:
        return everything
    first, third = np.quantile(small, [0.25, 0.75])
    reach = FENCE * (third - first)
    near = (small >= first - reach) & (small <= third + reach)
    far = np.flatnonzero(~near)
    bulk = float(np.ptp(small[near])) if far.size else high - low
    if not 0 < bulk < LEAST_SHARE * (high - low):
        return everything
    away = np.maximum(first - small[far], small[far] - third)
    farthest = far[np.argsort(-away, kind="stable")]
    spans = _spans_without(small, near, farthest)
    allowed = max(1, values.size // ONE_IN)
    longest = min(LEAST_SHARE * (high - low), bulk / LEAST_SHARE)
    enough = np.flatnonzero(spans[: allowed + 1] <= longest)
    left_out = farthest[: enough[0]] if enough.size else farthest[:0]
    everything[left_out] = False
    return everything


def _spans_without(values: FloatArray, near: Mask, farthest: NDArray[np.intp]) -> FloatArray:
    """Return how long an axis is without the first k of ``farthest``, for k from 0 to all."""
    low, high = _ends(values[near])
    lows = np.minimum.accumulate(np.append(values[farthest], low)[::-1])
    highs = np.maximum.accumulate(np.append(values[farthest], high)[::-1])
    return np.asarray((highs - lows)[::-1])


def _ends(values: FloatArray) -> Ends:
    return float(values.min()), float(values.max())
