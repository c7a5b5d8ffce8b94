"""A cloud of points about its middle, the line nearest to it, and the ways to a line."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import fit_line
from core.fits.orthogonal import OrthogonalFit, fit_orthogonal
from scenes.visuals.geometric_fit.page import Values, rotated


@dataclass(frozen=True)
class Cloud:
    """Points (n, 2) about their centroid and the line nearest to them.

    Angles of lines are those on the page, in radians.
    """

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
        """Return the angle of the nearest line, 0 to pi."""
        return float(np.arctan2(self.fit.direction[1], self.fit.direction[0]) % np.pi)

    def upright_angle(self, turn: float) -> float:
        """Return the angle of the line that is fitted upright while the page is turned."""
        x, y = rotated(self.points, turn).T
        return float(np.arctan(fit_line(x, y).slope)) - turn

    def sum_of_squares(self, angle: ArrayLike, offset: float = 0.0) -> Values:
        """Return the sum of squared shortest distances from lines at ``angle``.

        The lines pass the centroid at the distance ``offset``: that adds n offset^2 to the sum,
        since the distances from a line through the centroid add up to 0.
        """
        angles = np.asarray(angle, dtype=float)[..., None]
        x, y = self.points.T
        across = y * np.cos(angles) - x * np.sin(angles)
        total: Values = (across**2).sum(axis=-1) + len(self.points) * offset**2
        return total

    def on_either_side(self, angle: float, offset: float) -> tuple[float, float]:
        """Return the sums of the shortest distances of the points above and below a line."""
        above = self.points @ np.array([-np.sin(angle), np.cos(angle)]) - offset
        return float(above[above > 0].sum()), float(-above[above < 0].sum())

    def feet_nearest(self, angle: float, offset: float = 0.0) -> Values:
        """Return the points (n, 2) of a line that are nearest; it passes at ``offset``."""
        along = np.array([np.cos(angle), np.sin(angle)])
        across = np.array([-along[1], along[0]])
        feet: Values = np.outer(self.points @ along, along) + offset * across
        return feet

    def feet_upright(self, angle: float, turn: float) -> Values:
        """Return where the ways that are upright on the screen meet the line of the middle."""
        x = rotated(self.points, turn)[:, 0]
        return rotated(np.stack([x, np.tan(angle + turn) * x], axis=1), -turn)
