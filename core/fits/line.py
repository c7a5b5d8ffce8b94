"""The least-squares line y = a x + b, and what it is worth.

Minimised: epsilon(a, b) = sum w (y - (a x + b))^2, with w = 1 unless weights are given. The
closed form is the article's, with its letters (see `core.fits.moments`):

    a = (N C - B D) / (N A - B^2)        b = (A D - B C) / (N A - B^2)

Standard errors, intervals and bands are those of normal errors with a constant variance, or with
variances proportional to 1/w (Montgomery, Peck & Vining, Introduction to Linear Regression
Analysis, chapter 2).
"""

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import ArrayLike

from core.fits.moments import Moments
from core.fits.student import quantile, t_statistic, two_sided_p
from core.numerics.exact import ratio, root_ratio
from core.numerics.validation import FloatArray, numbers, require_points

Interval = tuple[float, float]


@dataclass(frozen=True)
class LineFit:
    """A fitted line; every attribute is computed from the moments when asked for.

    With two points the residuals are 0 by construction and nothing is known about their spread:
    what depends on it is nan. Sums of squares overflow to inf and underflow to 0 as float64
    does; the slope, the standard errors and r^2 of such data are still right.

    >>> fit = fit_line([0, 1, 2, 3], [1, 3, 5, 8])
    >>> fit.slope, fit.intercept
    (2.3, 0.8)
    >>> fit.predict([1.5, 3.5])
    array([4.25, 8.85])
    """

    moments: Moments

    def __post_init__(self) -> None:
        """Refuse points that define no line."""
        require_points(self.n, 2, "a line")
        if not self.moments.xx:
            raise ValueError(
                f"all x are equal ({self.x_mean}): the slope is not defined; use fit_orthogonal"
            )

    def __repr__(self) -> str:
        """Show the line and the number of points, not the sums."""
        return f"LineFit(slope={self.slope!r}, intercept={self.intercept!r}, n={self.n})"

    @property
    def n(self) -> int:
        """The number of points of positive weight."""
        return self.moments.n

    @property
    def dof(self) -> int:
        """Degrees of freedom, n - 2."""
        return self.n - 2

    @property
    def slope(self) -> float:
        """The slope a, in units of y per unit of x."""
        m = self.moments
        return ratio(m.xy * m.p, m.xx * m.q)

    @property
    def intercept(self) -> float:
        """The intercept b, the value of the line at x = 0."""
        m = self.moments
        return ratio(m.A * m.D - m.B * m.C, m.xx * m.q)

    @property
    def x_mean(self) -> float:
        """The weighted mean of x, where the line is known best."""
        m = self.moments
        return ratio(m.B, m.N * m.p)

    @property
    def _y_at_x_mean(self) -> float:
        """The line at ``x_mean``, itself a rounded number, so not quite the mean of y."""
        m = self.moments
        numerator, denominator = self.x_mean.as_integer_ratio()
        a, b = m.xy * m.p, m.A * m.D - m.B * m.C
        return ratio(a * numerator + b * denominator, m.xx * m.q * denominator)

    @property
    def x_sum_of_squares(self) -> float:
        """The sum of w (x - mean)^2."""
        m = self.moments
        return ratio(m.xx, m.N * m.p * m.p * m.v)

    @property
    def rss(self) -> float:
        """The minimum itself, sum w (y - (a x + b))^2."""
        m = self.moments
        return ratio(m.unexplained, m.N * m.xx * m.q * m.q * m.v)

    @property
    def residual_sd(self) -> float:
        """The standard deviation of the residuals, sqrt(rss / dof), in units of y."""
        if not self.dof:
            return nan
        m = self.moments
        denominator = m.N * m.xx * m.q * m.q * m.v * self.dof
        return root_ratio(m.unexplained, denominator)

    @property
    def r_squared(self) -> float:
        """The share of the spread of y that the line explains; nan when all y are equal."""
        m = self.moments
        both = m.xx * m.yy
        return ratio(both - m.unexplained, both) if both else nan

    @property
    def slope_stderr(self) -> float:
        """The standard error of the slope."""
        if not self.dof:
            return nan
        m = self.moments
        denominator = self.dof * m.xx**2 * m.q * m.q
        return root_ratio(m.unexplained * m.p * m.p, denominator)

    @property
    def intercept_stderr(self) -> float:
        """The standard error of the intercept."""
        if not self.dof:
            return nan
        m = self.moments
        denominator = self.dof * m.N * m.xx**2 * m.q * m.q
        return root_ratio(m.unexplained * m.A, denominator)

    @property
    def slope_p_value(self) -> float:
        """Two-sided p-value of the t test of slope = 0, with n - 2 degrees of freedom."""
        return two_sided_p(t_statistic(self.moments), self.dof)

    def predict(self, x: ArrayLike) -> FloatArray:
        """Return the line at ``x``, of the shape of ``x``."""
        at = numbers(x, "x")
        return self._y_at_x_mean + self.slope * (at - self.x_mean)

    def confidence_interval(self, level: float = 0.95) -> tuple[Interval, Interval]:
        """Return the intervals of slope and intercept, each held with probability ``level``."""
        t = quantile(level, self.dof)
        slope, intercept = t * self.slope_stderr, t * self.intercept_stderr
        return (
            (self.slope - slope, self.slope + slope),
            (self.intercept - intercept, self.intercept + intercept),
        )

    def confidence_band(self, x: ArrayLike, level: float = 0.95) -> tuple[FloatArray, FloatArray]:
        """Return lower and upper bounds of the mean of y at each ``x``, one x at a time."""
        return self._band(x, level, 0.0)

    def prediction_band(self, x: ArrayLike, level: float = 0.95) -> tuple[FloatArray, FloatArray]:
        """Return lower and upper bounds of one new y of weight 1 at each ``x``."""
        return self._band(x, level, 1.0)

    def _band(self, x: ArrayLike, level: float, new: float) -> tuple[FloatArray, FloatArray]:
        at = numbers(x, "x")
        m = self.moments
        spread = root_ratio(m.xx, m.N * m.p * m.p * m.v)
        distance = (at - self.x_mean) / spread
        variance = new + ratio(m.v, m.N) + distance * distance
        half = quantile(level, self.dof) * self.residual_sd * np.sqrt(variance)
        centre = self.predict(at)
        return centre - half, centre + half


def fit_line(
    x: ArrayLike, y: ArrayLike, *, weights: ArrayLike | None = None, exact: bool = False
) -> LineFit:
    """Fit y = a x + b by least squares.

    Parameters
    ----------
    x, y : shape (n,), n >= 2, x not all equal
    weights : shape (n,), optional
        1 / variance of each y, up to a common factor. Points of weight 0 do not count.
    exact : sum in rational arithmetic, so that every result is right to the last bit; slow.

    Raises ValueError or TypeError for data that do not define a line.

    >>> fit_line([1, 2, 3], [2, 4, 7]).slope
    2.5
    >>> fit_line([5, 5], [1, 2])
    Traceback (most recent call last):
    ValueError: all x are equal (5.0): the slope is not defined; use fit_orthogonal
    """
    return LineFit(Moments.of(x, y, weights=weights, exact=exact))


def linear_regression(x: ArrayLike, y: ArrayLike) -> tuple[float, float]:
    """Return slope a and intercept b of the least-squares line y = a x + b, as the article does.

    >>> linear_regression([0, 1, 2], [1, 3, 5])
    (2.0, 1.0)
    """
    fit = fit_line(x, y)
    return fit.slope, fit.intercept
