"""The least-squares line y = a x + b, and what it is worth.

Minimised: epsilon(a, b) = sum w (y - (a x + b))^2, with w = 1 unless weights are given. The
closed form is the article's, with its letters (see `core.moments`):

    a = (N C - B D) / (N A - B^2)        b = (A D - B C) / (N A - B^2)

Standard errors, intervals and bands are those of normal errors with a constant variance, or with
variances proportional to 1/w (Montgomery, Peck & Vining, Introduction to Linear Regression
Analysis, chapter 2).
"""

from dataclasses import dataclass
from functools import cached_property
from math import nan

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtr, stdtrit

from core.exact import ratio, root_ratio
from core.moments import Moments
from core.validation import FloatArray, require_level, require_points

Interval = tuple[float, float]


@dataclass(frozen=True)
class LineFit:
    """A fitted line; every attribute is computed from the moments when first asked for.

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

    @cached_property
    def _determinant(self) -> int:
        """N A - B^2, the denominator of both formulas: N times the sum of squares of x."""
        m = self.moments
        return m.N * m.A - m.B * m.B

    @cached_property
    def _slope_numerator(self) -> int:
        m = self.moments
        return m.N * m.C - m.B * m.D

    @cached_property
    def _y_determinant(self) -> int:
        m = self.moments
        return m.N * m.E - m.D * m.D

    @cached_property
    def _residual_numerator(self) -> int:
        """Rss times N (N A - B^2): exact sums make it 0 or more, rounded sums only nearly."""
        exact = self._y_determinant * self._determinant - self._slope_numerator**2
        return max(exact, 0)

    @cached_property
    def slope(self) -> float:
        """The slope a, in units of y per unit of x."""
        m = self.moments
        return ratio(self._slope_numerator * m.p, self._determinant * m.q)

    @cached_property
    def intercept(self) -> float:
        """The intercept b, the value of the line at x = 0."""
        m = self.moments
        return ratio(m.A * m.D - m.B * m.C, self._determinant * m.q)

    @cached_property
    def x_mean(self) -> float:
        """The weighted mean of x, where the line is known best."""
        m = self.moments
        return ratio(m.B, m.N * m.p)

    @cached_property
    def _y_at_x_mean(self) -> float:
        """The line at ``x_mean``, itself a rounded number, so not quite the mean of y."""
        m = self.moments
        numerator, denominator = self.x_mean.as_integer_ratio()
        a, b = self._slope_numerator * m.p, m.A * m.D - m.B * m.C
        return ratio(a * numerator + b * denominator, self._determinant * m.q * denominator)

    @cached_property
    def x_sum_of_squares(self) -> float:
        """The sum of w (x - mean)^2."""
        m = self.moments
        return ratio(self._determinant, m.N * m.p * m.p * m.v)

    @cached_property
    def rss(self) -> float:
        """The minimum itself, sum w (y - (a x + b))^2."""
        m = self.moments
        return ratio(self._residual_numerator, m.N * self._determinant * m.q * m.q * m.v)

    @cached_property
    def residual_sd(self) -> float:
        """The standard deviation of the residuals, sqrt(rss / dof), in units of y."""
        if not self.dof:
            return nan
        m = self.moments
        denominator = m.N * self._determinant * m.q * m.q * m.v * self.dof
        return root_ratio(self._residual_numerator, denominator)

    @cached_property
    def r_squared(self) -> float:
        """The share of the spread of y that the line explains; nan when all y are equal."""
        both = self._determinant * self._y_determinant
        return ratio(both - self._residual_numerator, both) if both else nan

    @cached_property
    def slope_stderr(self) -> float:
        """The standard error of the slope."""
        if not self.dof:
            return nan
        m = self.moments
        denominator = self.dof * self._determinant**2 * m.q * m.q
        return root_ratio(self._residual_numerator * m.p * m.p, denominator)

    @cached_property
    def intercept_stderr(self) -> float:
        """The standard error of the intercept."""
        if not self.dof:
            return nan
        m = self.moments
        denominator = self.dof * m.N * self._determinant**2 * m.q * m.q
        return root_ratio(self._residual_numerator * m.A, denominator)

    @cached_property
    def slope_p_value(self) -> float:
        """Two-sided p-value of the t test of slope = 0, with n - 2 degrees of freedom."""
        if self.slope_stderr == 0:
            return nan if self.slope == 0 else 0.0
        return float(2 * stdtr(self.dof, -abs(self.slope / self.slope_stderr))) if self.dof else nan

    def predict(self, x: ArrayLike) -> FloatArray:
        """Return the line at ``x``, of the shape of ``x``."""
        at = np.asarray(x, dtype=np.float64)
        return self._y_at_x_mean + self.slope * (at - self.x_mean)

    def confidence_interval(self, level: float = 0.95) -> tuple[Interval, Interval]:
        """Return the intervals of slope and intercept, each held with probability ``level``."""
        t = self._t_quantile(level)
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
        at = np.asarray(x, dtype=np.float64)
        m = self.moments
        spread = root_ratio(self._determinant, m.N * m.p * m.p * m.v)
        distance = (at - self.x_mean) / spread
        variance = new + ratio(m.v, m.N) + distance * distance
        half = self._t_quantile(level) * self.residual_sd * np.sqrt(variance)
        centre = self.predict(at)
        return centre - half, centre + half

    def _t_quantile(self, level: float) -> float:
        require_level(level)
        return float(-stdtrit(self.dof, (1 - level) / 2)) if self.dof else nan


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
    return line_of(Moments.of(x, y, weights=weights, exact=exact))


def line_of(moments: Moments) -> LineFit:
    """Return the line of points known only by their moments, for chunks and streams."""
    require_points(moments.n, 2, "a line")
    fit = LineFit(moments)
    if fit._determinant <= 0:
        raise ValueError(
            f"all x are equal ({fit.x_mean}): the slope is not defined; use fit_orthogonal"
        )
    return fit


def linear_regression(x: ArrayLike, y: ArrayLike) -> tuple[float, float]:
    """Return slope a and intercept b of the least-squares line y = a x + b, as the article does.

    >>> linear_regression([0, 1, 2], [1, 3, 5])
    (2.0, 1.0)
    """
    fit = fit_line(x, y)
    return fit.slope, fit.intercept
