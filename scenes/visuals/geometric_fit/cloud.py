"""A cloud of points on a sheet of paper that turns about the middle of the cloud.

Places on the paper are counted from the centroid. The paper turns; up stays up.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.fits.line import fit_line
from core.fits.orthogonal import OrthogonalFit, fit_orthogonal

Values = NDArray[np.float64]

# Where the centroid is on the screen, and screen units for one unit of the paper.
MIDDLE = np.array([-1.6, 0.55])
UNIT = 1.08


@dataclass(frozen=True)
class Cloud:
    """Points (n, 2) about their centroid and the line nearest to them."""

    points: Values
    fit: OrthogonalFit

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> Self:
        """Centre the points and fit."""
        points = np.stack([np.asarray(x, dtype=float), np.asarray(y, dtype=float)], axis=1)
        fit = fit_orthogonal(points)
        return cls(points - fit.centroid, fit)

    @property
    def best_angle(self) -> float:
        """Return the angle of the nearest line on the paper, in radians, 0 to pi."""
        return float(np.arctan2(self.fit.direction[1], self.fit.direction[0]) % np.pi)

    def turned(self, turn: float) -> Values:
        """Return the points as they lie when the paper is turned by ``turn`` radians."""
        return rotated(self.points, turn)

    def least_squares_angle(self, turn: float) -> float:
        """Return the angle of the least-squares line on the screen when the paper is turned."""
        x, y = self.turned(turn).T
        return float(np.arctan(fit_line(x, y).slope))

    def sum_of_squares(self, angle: ArrayLike, offset: float = 0.0) -> Values:
        """Return the sum of squared shortest distances from lines at ``angle`` on the paper.

        The lines pass the centroid at the distance ``offset``: that adds n offset^2 to the sum,
        since the distances from a line through the centroid add up to 0.
        """
        angles = np.asarray(angle, dtype=float)[..., None]
        x, y = self.points.T
        across = y * np.cos(angles) - x * np.sin(angles)
        total: Values = (across**2).sum(axis=-1) + len(self.points) * offset**2
        return total


def rotated(points: ArrayLike, turn: float) -> Values:
    """Return points (..., 2) turned by ``turn`` radians about the origin."""
    cos, sin = np.cos(turn), np.sin(turn)
    turned: Values = np.asarray(points, dtype=float) @ np.array([[cos, sin], [-sin, cos]])
    return turned


def places(points: ArrayLike) -> Values:
    """Return the places (..., 3) on the screen of points (..., 2) about the centroid."""
    at = MIDDLE + UNIT * np.asarray(points, dtype=float)
    return np.concatenate([at, np.zeros((*at.shape[:-1], 1))], axis=-1)


def feet_upright(points: Values, angle: float) -> Values:
    """Return where upright distances from ``points`` end on the line through the origin."""
    return np.stack([points[:, 0], np.tan(angle) * points[:, 0]], axis=1)


def feet_nearest(points: Values, angle: float, offset: float = 0.0) -> Values:
    """Return the points of a line that are nearest to ``points``; it passes at ``offset``."""
    along = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-along[1], along[0]])
    feet: Values = np.outer(points @ along, along) + offset * across
    return feet
