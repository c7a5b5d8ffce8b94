"""The sum of absolute residuals over the (a, b) plane, and where it has kinks.

epsilon_1(a, b) = sum |y - (a x + b)| is convex and piecewise linear. Its pieces meet where the line
passes through a point (Bloomfield & Steiger, Least Absolute Deviations, 1983, chapter 1).
"""

import numpy as np
from numpy.typing import ArrayLike

from core.numerics.validation import FloatArray, numbers, point_vectors


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
