"""The residual as a surface over (a, b): how far a sweep goes, how high it is, its level curves.

About the least-squares line (a0, b0) the residual is exactly quadratic. With da = a - a0,
db = b - b0, the mean m of x and Sxx = sum (x - m)^2,

    epsilon(a, b) - epsilon_0 = Sxx da^2 + N (db + m da)^2 = A da^2 + 2 B da db + N db^2

with A = sum x^2 and B = sum x. The first form has no cancellation (see `core.landscape.residual`);
the second shows the letters of the normal equations.
"""

from dataclasses import dataclass
from math import inf
from sys import float_info

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import LineFit, fit_line
from core.landscape.residual import excess, moved
from core.numerics.validation import FloatArray, numbers, vector


@dataclass(frozen=True)
class ResidualLandscape:
    """The height (epsilon - epsilon_0) / ``unit`` over the plane of lines, 0 at the optimum.

    ``unit`` is epsilon_0, so that the height is epsilon_rel. Where the points lie on one line
    (``relative`` is False) epsilon_rel has no meaning; ``unit`` is then a round share of the
    residual of the flat line through the mean, and the height times the unit is epsilon itself.
    """

    fit: LineFit
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
        explained = fit.slope * fit.slope * fit.x_sum_of_squares
        level = not (fit.slope or fit.rss)
        if not (0 < fit.x_sum_of_squares < inf and (level or 0 < explained + fit.rss < inf)):
            raise ValueError(
                "squares of such numbers are too large or too small for float64: "
                "choose other units for x and y"
            )
        # Rounding leaves a residual of this size on points that lie on one line.
        rounding = float_info.epsilon * float(np.abs(vector(y, "y")).max())
        relative = fit.rss > 4 * fit.n * rounding * rounding
        unit = fit.rss if relative else _round_share(explained)
        return cls(fit, unit, relative)

    @property
    def slope(self) -> float:
        """The slope a0 of the best line."""
        return self.fit.slope

    @property
    def intercept(self) -> float:
        """The intercept b0 of the best line."""
        return self.fit.intercept

    @property
    def slope_curvature(self) -> float:
        """Return A / unit: the height is this times da^2 when only a changes."""
        return excess(self.fit, 1.0, self.fit.x_mean) / self.unit

    @property
    def intercept_curvature(self) -> float:
        """Return N / unit: the height is this times db^2 when only b changes."""
        return self.fit.n / self.unit

    def slope_reach(self, height: float) -> float:
        """Return the da at which (a0 + da, b0) is ``height`` high."""
        return float(np.sqrt(height / self.slope_curvature))

    def intercept_reach(self, height: float) -> float:
        """Return the db at which (a0, b0 + db) is ``height`` high."""
        return float(np.sqrt(height / self.intercept_curvature))

    def turn_reach(self, height: float, x: float) -> float:
        """Return the da at which the best line, turned about its point at x, is ``height`` high.

        The intercept changes by -x da, so that the height is (Sxx + N (x - m)^2) / unit times da^2.
        With x = 0 it is ``slope_reach``.

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> landscape.turn_reach(4.0, 0.0) == landscape.slope_reach(4.0)
        True
        """
        curvature = excess(self.fit, 1.0, self.fit.x_mean - x) / self.unit
        return float(np.sqrt(height / curvature))

    def height(self, a: ArrayLike, b: ArrayLike) -> FloatArray:
        """Return the height of the lines (a, b), never below 0; the cost is the same for any n."""
        return excess(self.fit, *moved(self.fit, a, b)) / self.unit

    def gradient(self, a: float, b: float) -> tuple[float, float]:
        """Return the derivatives of the height by a and by b.

        2 (A da + B db) / unit and 2 (B da + N db) / unit: both are 0 at the optimum only.

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> landscape.gradient(landscape.slope, landscape.intercept)
        (0.0, 0.0)
        """
        tilt, shift = map(float, moved(self.fit, a, b))
        by_intercept = self.fit.n * shift
        by_slope = self.fit.x_sum_of_squares * tilt + self.fit.x_mean * by_intercept
        return 2 * by_slope / self.unit, 2 * by_intercept / self.unit

    def at(self, root_height: ArrayLike, angle: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Return the lines (a, b) whose height is ``root_height`` squared, seen under ``angle``.

        A constant ``root_height`` and angles over a full turn give a level curve, an ellipse. A
        negative one is the point across the optimum.
        """
        r, theta = numbers(root_height, "root_height"), numbers(angle, "angle")
        tilt = r * np.cos(theta) * np.sqrt(self.unit / self.fit.x_sum_of_squares)
        shift = r * np.sin(theta) * np.sqrt(self.unit / self.fit.n)
        return self.slope + tilt, self.intercept + shift - self.fit.x_mean * tilt

    def polar(self, a: float, b: float) -> tuple[float, float]:
        """Return the ``root_height``, 0 or more, and the ``angle`` of which ``at`` returns (a, b).

        >>> landscape = ResidualLandscape.of([0, 1, 2, 3], [1, 0, 2, 1])
        >>> root_height, angle = landscape.polar(*landscape.at(2.0, 0.5))
        >>> round(float(root_height), 9), round(float(angle), 9)
        (2.0, 0.5)
        """
        tilt, shift = map(float, moved(self.fit, a, b))
        along, across = (
            part * float(np.sqrt(weight / self.unit))
            for part, weight in ((tilt, self.fit.x_sum_of_squares), (shift, self.fit.n))
        )
        return float(np.hypot(along, across)), float(np.arctan2(across, along))


def _round_share(total: float) -> float:
    """Return a power of ten of about a tenth of ``total``; 1 when there is nothing to share."""
    return float(10.0 ** np.floor(np.log10(total / 5))) if total > 0 else 1.0
