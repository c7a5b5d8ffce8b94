"""The residual as a surface over (a, b): how far a sweep goes, how high it is, its level curves.

About the least-squares line (a0, b0) the residual is exactly quadratic. With da = a - a0,
db = b - b0, the mean m of x and Sxx = sum (x - m)^2,

    epsilon(a, b) - epsilon_0 = Sxx da^2 + N (db + m da)^2 = A da^2 + 2 B da db + N db^2

with A = sum x^2 and B = sum x. The first form has no cancellation; the second shows the letters
of the normal equations.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import fit_line
from core.numerics.validation import FloatArray


@dataclass(frozen=True)
class ResidualLandscape:
    """The height (epsilon - epsilon_0) / ``unit`` over the plane of lines, 0 at the optimum.

    ``unit`` is epsilon_0, so that the height is epsilon_rel. Where the points lie on one line
    (``relative`` is False) epsilon_rel has no meaning; ``unit`` is then a round share of the
    residual of the flat line through the mean, and the height times the unit is epsilon itself.
    """

    slope: float
    intercept: float
    n: int
    mean_x: float
    sxx: float
    unit: float
    relative: bool

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> "ResidualLandscape":
        """Return the landscape of the points (x, y), each of shape (n,).

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> round(landscape.slope_reach(4.0), 3)
        0.717
        >>> ResidualLandscape.of([0, 1], [5, 7]).relative
        False
        """
        fit = fit_line(x, y)
        # Rounding leaves a residual of this size on points that lie on one line.
        noise = fit.n * (np.finfo(float).eps * float(np.max(np.abs(np.asarray(y, float))))) ** 2
        relative = bool(fit.rss > 4 * noise)
        unit = fit.rss if relative else _round_share(fit.slope**2 * fit.x_sum_of_squares)
        return cls(
            fit.slope, fit.intercept, fit.n, fit.x_mean, fit.x_sum_of_squares, unit, relative
        )

    @property
    def slope_curvature(self) -> float:
        """Return A / unit: the height is this times da^2 when only a changes."""
        return (self.sxx + self.n * self.mean_x**2) / self.unit

    @property
    def intercept_curvature(self) -> float:
        """Return N / unit: the height is this times db^2 when only b changes."""
        return self.n / self.unit

    def slope_reach(self, height: float) -> float:
        """Return the da at which (a0 + da, b0) is ``height`` high."""
        return float(np.sqrt(height / self.slope_curvature))

    def intercept_reach(self, height: float) -> float:
        """Return the db at which (a0, b0 + db) is ``height`` high."""
        return float(np.sqrt(height / self.intercept_curvature))

    def height(self, a: ArrayLike, b: ArrayLike) -> FloatArray:
        """Return the height of the lines (a, b), never below 0; the cost is the same for any n."""
        da = np.asarray(a, dtype=np.float64) - self.slope
        at_mean = np.asarray(b, dtype=np.float64) - self.intercept + da * self.mean_x
        return (self.sxx * da * da + self.n * at_mean * at_mean) / self.unit

    def gradient(self, a: float, b: float) -> tuple[float, float]:
        """Return the derivatives of the height by a and by b.

        2 (A da + B db) / unit and 2 (B da + N db) / unit: both are 0 at the optimum only.

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> landscape.gradient(landscape.slope, landscape.intercept)
        (0.0, 0.0)
        """
        da = a - self.slope
        at_mean = self.n * (b - self.intercept + self.mean_x * da)
        by_slope = self.sxx * da + self.mean_x * at_mean
        return 2 * by_slope / self.unit, 2 * at_mean / self.unit

    def at(self, root_height: ArrayLike, angle: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Return the lines (a, b) whose height is ``root_height`` squared, seen under ``angle``.

        A constant ``root_height`` and angles over a full turn give a level curve, an ellipse. A
        negative one is the point across the optimum.
        """
        r, theta = np.asarray(root_height, dtype=float), np.asarray(angle, dtype=float)
        da = r * np.cos(theta) * np.sqrt(self.unit / self.sxx)
        shift_at_mean = r * np.sin(theta) * np.sqrt(self.unit / self.n)
        return self.slope + da, self.intercept + shift_at_mean - self.mean_x * da


def _round_share(total: float) -> float:
    """Return a power of ten of about a tenth of ``total``; 1 when there is nothing to share."""
    return float(10.0 ** np.floor(np.log10(total / 5))) if total > 0 else 1.0
