"""How copies of arrows go into their stacks: one after the other, along ways that are free."""

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.squared_versus_absolute.measure import Values

# So many are on their way at the same time, at most.
FLYING = 1.5
# What flies over another arrow is above it from so far before it until so far behind it, has begun
# to rise so far before it, and is so much above it.
ABOVE, RISING, FREE = 0.55, 1.35, 0.08
# An arrow goes up or down until this share of its way, and across from that share on.
UPRIGHT, ACROSS = 0.6, 0.4


def ways(gathered: float, first: NDArray[np.bool_]) -> Values:
    """Return the share of its way that each arrow (n,) has gone.

    Those of the stack that is farther off go ``first`` (n,): none passes over another one.
    """
    ranks = np.argsort(np.argsort(~first, kind="stable"))
    return np.asarray(np.clip((gathered * (first.size - 1 + FLYING) - ranks) / FLYING, 0.0, 1.0))


def on_their_way(
    start: Values, end: Values, way: Values, *, straight: NDArray[np.bool_] | bool = False
) -> Values:
    """Return the places (n, 3) of what goes upright from ``start``, then across to ``end``.

    What goes ``straight`` (n,) does not pass over the point below or above its start.
    """
    upright = np.where(straight, _smooth(way), _smooth(way / UPRIGHT))
    across = np.where(straight, _smooth(way), _smooth((way - ACROSS) / (1 - ACROSS)))
    share = np.stack([across, upright, across], axis=-1)
    return np.asarray((1 - share) * start + share * end)


def hop(start: Values, end: Values, over: Values, now: float) -> float:
    """Return how much higher an arrow is, ``now`` across, so that it clears another one.

    It flies straight from ``start`` (2, 3) to ``end`` (2, 3), to the right, and hops ``over`` the
    other one (2, 3) only where that is in its way.
    """
    at, (low, high) = float(over[0, 0]), np.sort(over[:, 1])
    first, last = float(start[0, 0]), float(end[0, 0])
    if not first < at < last:
        return 0.0
    share = (at - first) / (last - first)
    bottom, top = np.sort((1 - share) * start[:, 1] + share * end[:, 1])
    if top < low or bottom > high:
        return 0.0
    rise = _smooth(np.array((now - at + RISING) / (RISING - ABOVE)))
    fall = _smooth(np.array((last - now) / max(last - at - ABOVE, FREE)))
    return float((high + FREE - bottom) * rise * fall)


def _smooth(share: Values) -> Values:
    inside = np.clip(share, 0.0, 1.0)
    return np.asarray(inside * inside * (3 - 2 * inside))
