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

whose last two terms are the projection of the vector (A, B) = (Sxx - Syy, 2 Sxy) / 2 on the
direction 2t. It is largest when 2t is the direction of that vector, so u halves the angle between
(A, B) and (1, 0): u is the direction of (A + H, B), or of (B, H - A), H = sqrt(A^2 + B^2). The two
ends of the line differ by a half turn of t and a full turn of 2t; where the vector is 0, every
direction is as good. Beyond the plane u is the first eigenvector of the scatter matrix.
"""

from dataclasses import dataclass
from math import hypot, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from core.fits.scatter import Scatter, blocks, scatter
from core.numerics.validation import (
    FloatArray,
    matrix,
    real_array,
    require_finite,
    require_points,
)

_SAFE = 200
"""Below 2^200 and above 2^-200 squares neither over- nor underflow."""


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
        scaled, scale = _scaled(np.vstack([p, self.centroid]))
        squares = _square_distances(scaled[:-1], scaled[-1], self.direction)
        return np.asarray(np.ldexp(np.sqrt(squares), scale))

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

    The direction is, up to its sign, ``sklearn.decomposition.PCA(1).components_[0]`` and the
    first row of ``vt`` of ``numpy.linalg.svd`` of the centred points; in the plane the line is
    that of Deming's regression, or of ``odrpack``, with equal errors in x and y. Not for
    coordinates of different units, where the line depends on the units chosen; nor for predicting
    one of them from the others, which `fit_line` and `fit_multiple` do.

    Raises ValueError or TypeError for data that are not points.

    >>> fit = fit_orthogonal([[0, 0], [1, 1], [2, 2]])
    >>> round(fit.slope, 12), fit.unique
    (1.0, True)
    >>> fit_orthogonal([[5, 0], [5, 1], [5, 2]]).direction
    array([0., 1.])
    """
    p = np.asarray(real_array(points, "points", 2), dtype=np.float64)
    require_points(len(p), 2, "a line")
    if p.shape[1] < 2:
        raise ValueError(f"points has shape {p.shape}: a line needs at least two coordinates")
    require_finite(p, "points")
    p, scale = _scaled(p)
    cloud = scatter(p)
    axis = (_in_plane if p.shape[1] == 2 else _in_space)(cloud.matrix)
    direction = _canonical(axis.direction)
    rss = sum(float(_square_distances(q, cloud.centroid, direction).sum()) for q in blocks(p))
    with np.errstate(over="ignore", under="ignore"):  # inf and 0 as float64 has them
        return OrthogonalFit(
            centroid=np.asarray(np.ldexp(cloud.centroid, scale)),
            direction=direction,
            rss=float(np.ldexp(rss, 2 * scale)),
            unique=axis.longer > 4 * _rounding(cloud, len(p)),
        )


class _Axis(NamedTuple):
    """The direction of the longest axis and by how much it is longer than the next."""

    direction: FloatArray
    longer: float


def _in_plane(s: FloatArray) -> _Axis:
    a, b = float(s[0, 0] - s[1, 1]) / 2, float(s[0, 1])
    h, middle = hypot(a, b), float(s[0, 0] + s[1, 1]) / 2
    u = np.array([a + h, b] if a >= 0 else [b, h - a])
    if not h:
        return _Axis(np.array([1.0, 0.0]), 0.0)
    # The difference of two roots, without subtracting them.
    return _Axis(u / hypot(*u), 2 * h / (sqrt(middle + h) + sqrt(max(middle - h, 0.0))))


def _in_space(s: FloatArray) -> _Axis:
    squares, vectors = np.linalg.eigh(s)
    longest, next_one = np.sqrt(np.maximum(squares[[-1, -2]], 0.0))
    return _Axis(vectors[:, -1], float(longest - next_one))


def _rounding(cloud: Scatter, n: int) -> float:
    """Return how much of an axis is rounding of the coordinates, to eps of their size each."""
    squares = np.trace(cloud.matrix) + n * (cloud.centroid @ cloud.centroid)
    return float(np.finfo(np.float64).eps * np.sqrt(squares))


def _canonical(direction: FloatArray) -> FloatArray:
    """Return the one of u and -u whose largest component is positive, without rounding dust."""
    u = np.where(np.abs(direction) < 1e-300, 0.0, direction)
    return np.asarray(-u if u[np.argmax(np.abs(u))] < 0 else u) + 0.0  # no -0


def _scaled(p: FloatArray) -> tuple[FloatArray, int]:
    """Return the points, scaled by a power of two where their squares over- or underflow."""
    exponent = int(np.frexp(max(p.max(), -p.min()))[1])
    if abs(exponent) < _SAFE:
        return p, 0
    return np.asarray(np.ldexp(p, -exponent)), exponent


def _square_distances(p: FloatArray, centroid: FloatArray, direction: FloatArray) -> FloatArray:
    away = p - centroid
    away -= np.outer(np.einsum("ij,j->i", away, direction), direction)
    return np.asarray(np.einsum("ij,ij->i", away, away))
