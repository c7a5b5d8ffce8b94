"""Three points whose lines on the map cross well: two near its middle, the third beside it."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

# How much of the map the bowl of the first two may fill, and how far the third should lift it.
FILLED, LIFT, NO_LIFT = 0.96, 0.3, 1e-3
PARALLEL = 1e-9


def fitting_levels(pairs: Values, size: tuple[float, float]) -> tuple[Values, Values]:
    """Return at which levels (n,) bowls of two gaps (n, 2, 3) fill the map, and how oddly (n,).

    A level is 0 where two lines do not cross on the map. The odder, the narrower the bowl is and
    the farther from the middle of the map.
    """
    slopes, starts = pairs[:, :, :2], pairs[:, :, 2:]
    across = np.abs(np.linalg.det(slopes)) > PARALLEL * np.sum(slopes**2, axis=(1, 2))
    safe = np.where(across[:, None, None], slopes, np.eye(2))
    crossing = np.abs(np.linalg.solve(safe, starts)[:, :, 0])
    room = FILLED * np.array(size) / 2 - crossing
    # Where the sum of both squares is 1, u and v differ from the crossing by at most this.
    reach = np.linalg.norm(np.linalg.inv(safe), axis=2)
    levels = np.where(across & (room > 0).all(axis=1), (room / reach).min(axis=1) ** 2, 0.0)
    wide, narrow = np.linalg.svd(safe, compute_uv=False).T
    return levels, np.log(wide / narrow) + 2 * np.sum(crossing / size, axis=1)


def three(gaps: Values, size: tuple[float, float]) -> list[int]:
    """Return which three of ``gaps`` (n, 3) to begin with: the steepest line first, the odd last.

    Of two points both; where no lines cross on the map, the steepest and the least steep.
    """
    count = len(gaps)
    pairs = np.array(list(combinations(range(count), 2)))
    levels, odd = fitting_levels(gaps[pairs], size)
    if count < 3 or not levels.any():
        # The first two have different x, if any two have.
        by_steepness = np.argsort(-np.abs(gaps[:, 0]), kind="stable")
        return [int(k) for k in (by_steepness[0], *by_steepness[::-1][: min(3, count) - 1])]
    lifts = _lifts(gaps[pairs], gaps) / np.where(levels, levels, 1.0)[:, None]
    total = odd[:, None] + np.abs(np.log(np.maximum(lifts, NO_LIFT) / LIFT))
    total[levels == 0] = np.inf
    np.put_along_axis(total, pairs, np.inf, axis=1)
    best, third = np.unravel_index(int(np.argmin(total)), total.shape)
    steepest = sorted(map(int, pairs[best]), key=lambda k: -abs(gaps[k, 0]))
    return [*steepest, int(third)]


def _lifts(pairs: Values, gaps: Values) -> Values:
    """Return the least sums (m, n) of the squares of each of m pairs and each of n third gaps."""
    every = np.broadcast_to(gaps[None, :, None], (len(pairs), len(gaps), 1, 3))
    both = np.broadcast_to(pairs[:, None], (len(pairs), len(gaps), 2, 3))
    triples = np.concatenate([both, every], axis=2)
    away = np.cross(triples[..., 0], triples[..., 1])
    length = np.maximum(np.sum(away * away, axis=-1), 1e-300)
    least: Values = np.sum(away * triples[..., 2], axis=-1) ** 2 / length
    return least
