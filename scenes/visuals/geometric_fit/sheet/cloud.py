"""A cloud of points about its middle, the line nearest to it, and the ways to a line."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import ConvexHull

from core.fits.orthogonal import OrthogonalFit, fit_orthogonal
from core.landscape.window import Mask
from scenes.visuals.geometric_fit.sheet.page import FARTHEST, RADIUS, Values, rotated

Indices = NDArray[np.intp]

MOST_POINTS = 400
MOST_WAYS = 40  # more than these, and their squares, hide each other and the line
MOST_FROM_OUTSIDE = 2  # of these
SEED = 20211126
THIN = 0.05  # across, of the whole spread


@dataclass(frozen=True)
class Cloud:
    """Points (n, 2) about their mean, on the sheet, and the line nearest to them.

    ``scale`` is the length on the sheet of one unit of the points; ``inside`` (n,) tells which of
    them the sheet has room for. All of them are fitted, and all are in every sum. Angles of lines
    are those on the sheet, in radians; ways lead from points (n, 2) to the line through the mean.
    """

    points: Values
    fit: OrthogonalFit
    scale: float
    inside: Mask

    @classmethod
    def of(cls, points: ArrayLike, inside: Mask | None = None) -> Self:
        """Fit, and put the points (n, 2) on the sheet, at least those that are ``inside``."""
        p = np.asarray(points, dtype=float)
        fit = fit_orthogonal(p)
        about = p - fit.centroid
        out = np.hypot(*about.T)
        room = np.ones(len(p), dtype=bool) if inside is None else inside
        farthest = float(out[room].max())
        # One that is far along an axis may lie no farther out than others do.
        return cls(FARTHEST / farthest * about, fit, FARTHEST / farthest, out <= farthest)

    @property
    def shown(self) -> Indices:
        """Return which points are drawn."""
        return _sample(np.flatnonzero(self.inside), MOST_POINTS)

    @property
    def outside(self) -> Indices:
        """Return which points lie outside the sheet."""
        return np.flatnonzero(~self.inside)

    @property
    def measured(self) -> Indices:
        """Return which of those that are drawn have their ways and squares."""
        return _sample(self.shown, MOST_WAYS - self._from_outside.size)

    @property
    def with_ways(self) -> Indices:
        """Return which points have their ways: a square of one outside would not be seen."""
        return np.append(self.measured, self._from_outside)

    @property
    def _from_outside(self) -> Indices:
        return _sample(self.outside, MOST_FROM_OUTSIDE)

    @cached_property
    def hull(self) -> Values:
        """Return the outermost points (k, 2) of the sheet: what all of them reach, these do."""
        inside = self.points[self.inside]
        # Joggled: all but the ones outside may lie on one line.
        return np.asarray(inside[ConvexHull(inside, qhull_options="QJ").vertices])

    @cached_property
    def _scatter(self) -> Values:
        """The sums of products (2, 2) of both coordinates: a line's sums without a pass over n."""
        return np.asarray(self.points.T @ self.points)

    @property
    def best_angle(self) -> float:
        """Return the angle of the nearest line, 0 to pi."""
        return float(np.arctan2(self.fit.direction[1], self.fit.direction[0]) % np.pi)

    @property
    def is_thin(self) -> bool:
        """Whether the points lie so close to one line that every fit finds it."""
        across = float(self.sum_of_squares(self.best_angle))
        return across < THIN**2 * float(np.trace(self._scatter))

    def upright_angle(self, turn: float) -> float:
        """Return the angle of the line that is fitted upright while the sheet is turned."""
        x, y = rotated(np.eye(2), turn).T
        return float(np.arctan((x @ self._scatter @ y) / (x @ self._scatter @ x))) - turn

    def sum_of_squares(self, angle: ArrayLike) -> Values:
        """Return the sum of squared shortest distances from lines through the mean at ``angle``."""
        across = np.stack([-np.sin(angle), np.cos(angle)], axis=-1)
        return np.asarray(((across @ self._scatter) * across).sum(axis=-1))

    def sum_of_upright_squares(self, angle: float, turn: float, share: float = 1.0) -> float:
        """Return the sum of the squared ways that are upright on the screen, to the same line.

        They are ``share`` of the way from the shortest to upright.
        """
        leaning = share * np.tan(angle + turn)
        return float(self.sum_of_squares(angle) * (1 + leaning**2))


def _sample(index: Indices, most: int) -> Indices:
    if index.size <= most:
        return index
    return np.sort(np.random.default_rng(SEED).choice(index, most, replace=False))


def feet_nearest(points: Values, angle: float) -> Values:
    """Return the points (n, 2) of the line through the mean that are nearest."""
    along = np.array([np.cos(angle), np.sin(angle)])
    feet: Values = np.outer(points @ along, along)
    return feet


def feet_upright(points: Values, angle: float, turn: float) -> Values:
    """Return where the ways that are upright on the screen meet the line through the mean.

    Where that is higher or lower than the sheet, they end there: the picture does.
    """
    x = rotated(points, turn)[:, 0]
    y = np.clip(np.tan(angle + turn) * x, -RADIUS, RADIUS)
    return rotated(np.stack([x, y], axis=1), -turn)
