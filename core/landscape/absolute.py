"""The sum of absolute residuals over the (a, b) plane: where it has kinks and where it is flat.

epsilon_1(a, b) = sum |y - (a x + b)| is convex and piecewise linear. Its pieces meet where the line
passes through a point; its lowest place is a corner, an edge or a whole polygon of lines
(Bloomfield & Steiger, Least Absolute Deviations, 1983, chapter 1).
"""

import numpy as np
from numpy.typing import ArrayLike

from core.numerics.validation import FloatArray, numbers, point_vectors

# Sums of n rounded terms agree to n times this; well apart from sums that differ.
_SAME = 1e-13
_HALVINGS = 60


def absolute_residual(x: ArrayLike, y: ArrayLike, a: ArrayLike, b: ArrayLike) -> FloatArray:
    """Return epsilon_1(a, b), the sum of absolute residuals, broadcast over a and b.

    >>> absolute_residual([0, 1, 2], [1, 3, 5], 2, [1, 2])
    array([0., 3.])
    """
    u, v = point_vectors(x, y)
    slope, intercept = np.broadcast_arrays(numbers(a, "a"), numbers(b, "b"))
    predicted = slope[..., None] * u + intercept[..., None]
    total: FloatArray = np.abs(v - predicted).sum(axis=-1)
    return total


def kinks(x: ArrayLike, y: ArrayLike, a: float) -> FloatArray:
    """Return, in order, the intercepts at which a line of slope ``a`` meets a point.

    Between two of them epsilon_1 is straight; it is least between the middle two, or at the middle
    one.

    >>> kinks([0, 1, 2], [5, 1, 3], 1.0)
    array([0., 1., 5.])
    """
    u, v = point_vectors(x, y)
    return np.sort(v - a * u)


def equally_good_lines(x: ArrayLike, y: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return the corners (a, b) of the polygon of lines for which epsilon_1 is least, in order.

    Every line inside the polygon is as good as those at its corners. One corner: the optimum is
    unique. Two: it is an edge. Each pair of points is tried, which suits tens of points; for the
    optimum of many points there is ``fit_least_absolute``. ValueError when all x are equal.

    >>> equally_good_lines([0, 0, 1, 1], [0, 1, 0, 1])
    (array([-1.,  0.,  1.,  0.]), array([1., 0., 0., 1.]))
    """
    u, v = point_vectors(x, y)
    i, j = np.triu_indices(u.size, k=1)
    i, j = i[u[i] != u[j]], j[u[i] != u[j]]
    if not i.size:
        raise ValueError("all x are equal: no line y = a x + b through two of the points")
    a = (v[j] - v[i]) / (u[j] - u[i])
    b = v[i] - a * u[i]
    height = absolute_residual(u, v, a, b)
    best = height <= height.min() + _SAME * u.size * np.abs(v).max()
    a, b = _without_repeats(a[best], b[best])
    turn = np.argsort(np.arctan2(b - b.mean(), a - a.mean()))
    # Start at the corner of the smallest slope, whatever the place of the middle.
    turn = np.roll(turn, -int(np.argmin(a[turn])))
    return a[turn], b[turn]


def level_curve(
    x: ArrayLike, y: ArrayLike, level: float, angle: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Return the lines (a, b) for which epsilon_1 is ``level``, seen from the optimum.

    ``angle`` gives directions in the (a, b) plane, with b in units of the spread of y and a in
    units of that over the spread of x. ValueError when the level lies below the optimum.
    """
    u, v = point_vectors(x, y)
    a, b = equally_good_lines(u, v)
    centre = float(a.mean()), float(b.mean())
    if level < absolute_residual(u, v, *centre):
        raise ValueError(f"no line has a sum of absolute residuals of {level}: it is too low")
    theta = numbers(angle, "angle")
    da, db = np.cos(theta) * np.ptp(v) / np.ptp(u), np.sin(theta) * np.ptp(v)

    def above(reach: FloatArray) -> FloatArray:
        at = absolute_residual(u, v, centre[0] + reach * da, centre[1] + reach * db)
        return np.asarray(at > level)

    # Along a ray from the optimum epsilon_1 never falls: halve the interval of its crossing.
    inside, outside = np.zeros_like(theta), np.ones_like(theta)
    while not above(outside).all():
        outside *= 2
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        over = above(middle)
        inside, outside = np.where(over, inside, middle), np.where(over, middle, outside)
    return centre[0] + inside * da, centre[1] + inside * db


def _without_repeats(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Drop lines found more than once, through more than two points or by rounding."""
    near = 1e-9 * (np.abs(a).max() + np.abs(b).max() + 1)
    different = [
        k for k in range(a.size) if not np.any(np.hypot(a[:k] - a[k], b[:k] - b[k]) < near)
    ]
    return a[different], b[different]
