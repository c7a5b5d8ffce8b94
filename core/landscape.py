"""The relative residual as a surface over (a, b): how far a sweep goes, and its level curves.

About the least-squares line (a0, b0) the residual is exactly quadratic. With da = a - a0,
db = b - b0, the mean m of x and Sxx = sum (x - m)^2,

    epsilon(a, b) - epsilon_0 = Sxx da^2 + N (db + m da)^2 = A da^2 + 2 B da db + N db^2

with A = sum x^2 and B = sum x. The first form has no cancellation; the second shows the letters
of the normal equations.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.line import fit_line


@dataclass(frozen=True)
class ResidualLandscape:
    """epsilon_rel about the optimum (slope, intercept) of n points with mean and Sxx of x."""

    slope: float
    intercept: float
    rss: float
    n: int
    mean_x: float
    sxx: float

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> "ResidualLandscape":
        """Return the landscape of the points (x, y), each of shape (n,).

        ValueError when they lie on one line: epsilon_0 = 0 leaves epsilon_rel without meaning.

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> round(landscape.slope_reach(4.0), 3)
        0.717
        """
        fit = fit_line(x, y)
        if fit.rss == 0:
            raise ValueError(
                "the points lie on one line: epsilon_0 is 0 and epsilon_rel has no meaning; "
                "show the residual epsilon itself"
            )
        return cls(fit.slope, fit.intercept, fit.rss, fit.n, fit.x_mean, fit.x_sum_of_squares)

    @property
    def slope_curvature(self) -> float:
        """Return A / epsilon_0: epsilon_rel is this times da^2 when only a changes."""
        return (self.sxx + self.n * self.mean_x**2) / self.rss

    @property
    def intercept_curvature(self) -> float:
        """Return N / epsilon_0: epsilon_rel is this times db^2 when only b changes."""
        return self.n / self.rss

    def slope_reach(self, height: float) -> float:
        """Return the da at which epsilon_rel(a0 + da, b0) reaches ``height``."""
        return float(np.sqrt(height / self.slope_curvature))

    def intercept_reach(self, height: float) -> float:
        """Return the db at which epsilon_rel(a0, b0 + db) reaches ``height``."""
        return float(np.sqrt(height / self.intercept_curvature))

    def gradient(self, a: float, b: float) -> tuple[float, float]:
        """Return the derivatives of epsilon_rel by a and by b.

        2 (A da + B db) / epsilon_0 and 2 (B da + N db) / epsilon_0: both are 0 at the optimum only.

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> landscape.gradient(landscape.slope, landscape.intercept)
        (0.0, 0.0)
        """
        da = a - self.slope
        at_mean = self.n * (b - self.intercept + self.mean_x * da)
        by_slope = self.sxx * da + self.mean_x * at_mean
        return 2 * by_slope / self.rss, 2 * at_mean / self.rss

    def at(
        self, root_height: ArrayLike, angle: ArrayLike
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (a, b) where epsilon_rel is ``root_height`` squared, seen under ``angle``.

        A constant ``root_height`` and angles over a full turn give a level curve, an ellipse. A
        negative one is the point across the optimum.
        """
        r, theta = np.asarray(root_height, dtype=float), np.asarray(angle, dtype=float)
        da = r * np.cos(theta) * np.sqrt(self.rss / self.sxx)
        shift_at_mean = r * np.sin(theta) * np.sqrt(self.rss / self.n)
        return self.slope + da, self.intercept + shift_at_mean - self.mean_x * da
