"""How far a point is from a line: upwards, and by the shortest way.

The shortest way from (x, y) to y = a x + b meets the line at a right angle. With the residual
e = y - (a x + b) it ends at x + a e / (1 + a^2), and its length is |e| / sqrt(1 + a^2).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import LineFit
from core.numerics.validation import FloatArray, point_vectors


@dataclass(frozen=True)
class Distances:
    """For each point, its foot on the line and both distances, all of shape (n,)."""

    foot_x: FloatArray
    foot_y: FloatArray
    vertical: FloatArray
    shortest: FloatArray


def distances(x: ArrayLike, y: ArrayLike, fit: LineFit) -> Distances:
    """Return the distances of points from a fitted line; x and y must share one unit.

    >>> from core.fits.line import fit_line
    >>> d = distances([0.0], [2.0], fit_line([0, 1], [0, 1]))
    >>> d.foot_x, d.foot_y, d.vertical
    (array([1.]), array([1.]), array([2.]))
    """
    at, height = point_vectors(x, y)
    e = height - fit.predict(at)
    a = fit.slope
    foot_x = at + a * e / (1 + a * a)
    return Distances(foot_x, fit.predict(foot_x), np.abs(e), np.abs(e) / np.hypot(1, a))
