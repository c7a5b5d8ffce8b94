"""The line nearest to points in the plane, in space, in any dimension.

Minimised: the sum of squared perpendicular distances of the points to a line. The line passes
through the centroid c, and its direction u maximises the sum of ((p - c) . u)^2: the first right
singular vector of the centred points (K. Pearson, On lines and planes of closest fit to systems
of points in space, 1901). A direction knows nothing of slopes, so that a vertical line is like
any other; u and -u are the same line, and the one whose largest component is positive is given.

In the plane there is a closed form. With Sxx, Syy and Sxy the centred sums of squares and products
and u = (cos t, sin t), the sum to be maximised is

    Sxx cos^2 t + 2 Sxy sin t cos t + Syy sin^2 t
        = (Sxx + Syy) / 2 + (Sxx - Syy) / 2 cos 2t + Sxy sin 2t,

whose last two terms are the projection of the vector ((Sxx - Syy) / 2, Sxy) on the direction 2t.
It is largest when 2t is the direction of that vector: t = 1/2 atan2(2 Sxy, Sxx - Syy). The two
ends of the line differ by a half turn of t and a full turn of 2t; where the vector is 0, every
direction is as good.
"""

from dataclasses import dataclass
from math import atan2, cos, sin

import numpy as np
from numpy.typing import ArrayLike

from core.numerics.validation import FloatArray, matrix, require_points


@dataclass(frozen=True)
class OrthogonalFit:
    """A line through ``centroid`` along the unit vector ``direction``, both of shape (d,).

    ``rss`` is the sum of squared perpendicular distances. ``unique`` is False when the cloud is as
    wide across as along, to rounding, or is a single place: other lines are then as good.
    """

    centroid: FloatArray
    direction: FloatArray
    rss: float
    unique: bool

    def distances(self, points: ArrayLike) -> FloatArray:
        """Return the perpendicular distance of each of the points (n, d), shape (n,)."""
        p = matrix(points, "points")
        if p.shape[1] != len(self.centroid):
            raise ValueError(
                f"points have {p.shape[1]} coordinates, the line has {len(self.centroid)}"
            )
        away, scale = _away(p, self.centroid, self.direction)
        return np.asarray(np.ldexp(np.sqrt(np.einsum("ij,ij->i", away, away)), scale))

    @property
    def slope(self) -> float:
        """The slope of a line in the plane; ValueError when it is vertical."""
        dx, dy = self._plane()
        return float(dy / dx)

    @property
    def intercept(self) -> float:
        """The intercept of a line in the plane; ValueError when it is vertical."""
        return float(self.centroid[1] - self.slope * self.centroid[0])

    def _plane(self) -> FloatArray:
        if len(self.direction) != 2:
            raise ValueError(
                f"the line lies in {len(self.direction)} dimensions and has no slope: "
                "use centroid and direction"
            )
        if self.direction[0] == 0:
            raise ValueError(
                f"the line is vertical, x = {self.centroid[0]}, and has no slope: "
                "use centroid and direction"
            )
        return self.direction


def fit_orthogonal(points: ArrayLike) -> OrthogonalFit:
    """Fit a line to ``points`` of shape (n, d), n >= 2 and d >= 2, all coordinates in one unit.

    Raises ValueError or TypeError for data that are not points.

    >>> fit = fit_orthogonal([[0, 0], [1, 1], [2, 2]])
    >>> round(fit.slope, 12), fit.unique
    (1.0, True)
    >>> fit_orthogonal([[5, 0], [5, 1], [5, 2]]).direction
    array([0., 1.])
    """
    p = matrix(points, "points")
    require_points(len(p), 2, "a line")
    if p.shape[1] < 2:
        raise ValueError(f"points has shape {p.shape}: a line needs at least two coordinates")
    centroid = _mean(p)
    centred, scale = _centred(p, centroid)
    _, s, vt = np.linalg.svd(centred, full_matrices=False)
    direction = _canonical(vt[0])
    away, _ = _away(p, centroid, direction)
    # Coordinates are rounded to eps of their size: directions that differ by less do not differ.
    rounding = np.finfo(np.float64).eps * np.linalg.norm(np.ldexp(p, -scale))
    unique = s[0] - s[1] > 4 * rounding
    with np.errstate(over="ignore", under="ignore"):  # inf and 0 as float64 has them
        rss = float(np.ldexp((away * away).sum(), 2 * scale))
    return OrthogonalFit(centroid, direction, rss, bool(unique))


def plane_direction(points: ArrayLike) -> FloatArray:
    """Return the direction of `fit_orthogonal` in the plane by the closed form, shape (2,).

    >>> plane_direction([[0, 0], [2, 1], [4, 2]]) * 5**0.5
    array([2., 1.])
    """
    p = matrix(points, "points")
    require_points(len(p), 2, "a line")
    if p.shape[1] != 2:
        raise ValueError(f"points has shape {p.shape}: the closed form is that of the plane")
    centred, _ = _centred(p, _mean(p))
    x, y = centred.T
    t = atan2(2 * float(x @ y), float((x - y) @ (x + y))) / 2
    return _canonical(np.array([cos(t), sin(t)]))


def _canonical(direction: FloatArray) -> FloatArray:
    """Return the one of u and -u whose largest component is positive, without rounding dust."""
    u = np.where(np.abs(direction) < 1e-300, 0.0, direction)
    return np.asarray(-u if u[np.argmax(np.abs(u))] < 0 else u) + 0.0  # no -0


def _mean(p: FloatArray) -> FloatArray:
    """Return the centroid; a coordinate that all points share is returned as it is."""
    scale = int(np.frexp(np.abs(p).max())[1])
    q = np.ldexp(p, -scale)
    mean = q[0] + (q - q[0]).mean(axis=0)
    return np.asarray(np.ldexp(mean + (q - mean).mean(axis=0), scale))


def _centred(p: FloatArray, centroid: FloatArray) -> tuple[FloatArray, int]:
    """Return p - centroid, and the power of two that scales it to at most 1."""
    first = int(np.frexp(np.abs(p).max())[1])
    difference = np.ldexp(p, -first) - np.ldexp(centroid, -first)
    second = int(np.frexp(np.abs(difference).max())[1])
    return np.asarray(np.ldexp(difference, -second)), first + second


def _away(p: FloatArray, centroid: FloatArray, direction: FloatArray) -> tuple[FloatArray, int]:
    """Return the part of p - centroid across the direction, scaled by a power of two."""
    centred, scale = _centred(p, centroid)
    return centred - np.outer(centred @ direction, direction), scale
