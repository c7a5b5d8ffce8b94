"""Is a corner of the sum of absolute residuals its lowest place? Answered without rounding.

It is when turning about no point of the line lowers the sum, and the only one when each turn
raises it. What floating point leaves in doubt is decided in integers.
"""

from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.fits.corner_walk import Points, SeenFromLine
from core.numerics.error_free import two_product
from core.numerics.exact import integers, ratio
from core.numerics.exact_sum import exact_sum
from core.numerics.validation import FloatArray

Sides = NDArray[np.int64]
"""For each point whether it lies above (1), on (0) or below (-1) a line."""


def sides(points: Points, seen: SeenFromLine, i: int, j: int) -> Sides:
    """Return on which side of the line through points i and j all of them lie."""
    d, e = seen.d, seen.e
    dx, dy = d[j] - d[i], e[j] - e[i]
    rise, run = dx * (e - e[i]), dy * (d - d[i])
    found: Sides = np.sign(rise - run).astype(np.int64) * (1 if dx > 0 else -1)
    x_size, y_size = np.abs(d[i]) + np.abs(d[j]), np.abs(e[i]) + np.abs(e[j])
    rounding = x_size * (np.abs(e) + np.abs(e[i])) + y_size * (np.abs(d) + np.abs(d[i]))
    lost = 1e-30 * (1 + abs(seen.slope)) * x_size + 1e-300
    doubtful = (np.abs(rise - run) <= 4e-15 * rounding + lost) | (dx == 0)
    if seen.on_it[i] and seen.on_it[j]:
        doubtful &= ~seen.on_it
    found[doubtful] = _exact_sides(points, np.flatnonzero(doubtful), i, j)
    return found


def _exact_sides(points: Points, some: NDArray[np.intp], i: int, j: int) -> list[int]:
    chosen = np.concatenate([[i, j], some])
    (x0, x1, *xs), _ = integers(points.x[chosen].tolist())
    (y0, y1, *ys), _ = integers(points.y[chosen].tolist())
    dx, dy = (x1 - x0, y1 - y0) if x1 > x0 else (x0 - x1, y0 - y1)
    level = dx * y0 - dy * x0
    crosses = [dx * y - dy * x - level for x, y in zip(xs, ys, strict=True)]
    return [(cross > 0) - (cross < 0) for cross in crosses]


class Turn(NamedTuple):
    """A point to turn the line about and how the sum begins to change: falls (-1), not, rises."""

    point: int
    change: int


def steepest_turn(points: Points, side: Sides) -> Turn:
    """Return the turn about a point of the line that lowers the sum most, or raises it least.

    Turning by t about x_i changes the residual of point k by -t (x_k - x_i): points off the line
    contribute -side w (x_k - x_i), points on it w |x_k - x_i|, whichever way it turns.
    """
    on_line = np.flatnonzero(side == 0)
    on_line = on_line[np.argsort(points.x[on_line])]
    x, w = points.x[on_line], points.w[on_line]
    total, moment = weighted_sum(side, points.w), weighted_sum(side * points.x, points.w)
    with np.errstate(all="ignore"):  # what overflows is decided below
        pull, push = (ratio(*s.as_integer_ratio()) for s in (moment, total))
        slopes = _spread(x, w) - np.abs(pull - x * push)
        size = abs(pull) + np.abs(x).max() * (abs(push) + 2 * w.sum())
        k = int(np.argmin(slopes))
        if slopes[k] > 1e-15 * (len(x) + 8) * size:
            return Turn(int(on_line[k]), 1)
    exact = _exact_slopes(x, w, total, moment)
    k = min(range(len(exact)), key=exact.__getitem__)
    return Turn(int(on_line[k]), (exact[k] > 0) - (exact[k] < 0))


def _spread(x: FloatArray, w: FloatArray) -> FloatArray:
    """Return for each of the ordered x the sum of w |x_k - x|."""
    left, moment = np.cumsum(w), np.cumsum(w * x)
    return np.asarray(x * (2 * left - left[-1]) - 2 * moment + moment[-1])


def _exact_slopes(
    x: FloatArray, w: FloatArray, total: Fraction, moment: Fraction
) -> list[Fraction]:
    X, W = [Fraction(v) for v in x.tolist()], [Fraction(v) for v in w.tolist()]
    whole, whole_moment = sum(W), sum(v * s for v, s in zip(W, X, strict=True))
    left = left_moment = Fraction(0)
    slopes = []
    for s, v in zip(X, W, strict=True):
        left, left_moment = left + v, left_moment + v * s
        spread = s * (2 * left - whole) - 2 * left_moment + whole_moment
        slopes.append(spread - abs(moment - s * total))
    return slopes


def weighted_sum(values: FloatArray | Sides, w: FloatArray) -> Fraction:
    """Return the sum of w values without rounding."""
    v = values.astype(np.float64, copy=False)
    if np.all(w == 1):
        return exact_sum(v)
    with np.errstate(over="ignore"):
        size = np.abs(v * w)[v != 0]
    if max(np.abs(v).max(), w.max(), size.max(initial=0)) > 1e290 or size.min(initial=1) < 1e-250:
        pairs = zip(v.tolist(), w.tolist(), strict=True)  # errors of products may be lost
        return sum((Fraction(a) * Fraction(b) for a, b in pairs), Fraction(0))
    products, errors = two_product(v, w)
    return exact_sum(products) + exact_sum(errors)


def turned_exactly(points: Points, i: int) -> int:
    """Return what `SeenFromLine.turned` does, to the last bit; slow."""
    X, Y, W = ([Fraction(v) for v in values.tolist()] for values in points)
    away = [k for k in range(len(X)) if X[k] != X[i]]
    away.sort(key=lambda k: (Y[k] - Y[i]) / (X[k] - X[i]))
    weights = [W[k] * abs(X[k] - X[i]) for k in away]
    total, below = sum(weights), Fraction(0)
    for k, weight in zip(away, weights, strict=True):
        below += weight
        if 2 * below >= total:
            return k
    raise AssertionError("the weights add up to their sum")
