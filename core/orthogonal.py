"""The line nearest to points in space, by perpendicular distance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.validation import FloatArray, matrix, require_points


@dataclass(frozen=True)
class OrthogonalFit:
    """A line through ``centroid`` along ``direction``, in any dimension."""

    centroid: FloatArray
    direction: FloatArray
    rss: float
    unique: bool

    def distances(self, points: ArrayLike) -> FloatArray:
        """Return the perpendicular distance of each point, shape (n,)."""
        from_centroid = matrix(points, "points") - self.centroid
        along = from_centroid @ self.direction
        away = from_centroid - along[:, np.newaxis] * self.direction
        return np.asarray(np.sqrt(np.einsum("ij,ij->i", away, away)))

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
                f"the line lies in {len(self.direction)} dimensions: use centroid and direction"
            )
        if self.direction[0] == 0:
            raise ValueError(
                f"the line is vertical, x = {self.centroid[0]}: it has no slope; "
                "use centroid and direction"
            )
        return self.direction


def fit_orthogonal(points: ArrayLike) -> OrthogonalFit:
    """Fit a line to ``points`` of shape (n, d) by least squared perpendicular distance."""
    p = matrix(points, "points")
    require_points(len(p), 2, "a line")
    centroid = p.mean(axis=0)
    centred = p - centroid
    _, s, vt = np.linalg.svd(centred, full_matrices=False)
    direction = vt[0] * (-1.0 if vt[0][np.argmax(np.abs(vt[0]))] < 0 else 1.0)
    away = centred - np.outer(centred @ direction, direction)
    return OrthogonalFit(centroid, direction, float((away * away).sum()), bool(s[0] > s[1]))
