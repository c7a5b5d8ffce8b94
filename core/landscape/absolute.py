"""The sum of absolute residuals over the (a, b) plane: epsilon_1(a, b) = sum |y - (a x + b)|.

It is convex and piecewise linear: its pieces meet where the line passes through a point (Bloomfield
& Steiger, Least Absolute Deviations, 1983, chapter 1).
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
