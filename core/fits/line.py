"""The least-squares line y = a x + b, and what it is worth.

Minimised: epsilon(a, b) = sum w (y - (a x + b))^2, with w = 1 unless weights are given. The
closed form is the article's (see `core.fits.moments` for its letters), divided by N:

    a = (N C - B D) / (N A - B^2) = Sxy / Sxx        b = mean y - a mean x

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
from core.numerics.exact import Ratio
from core.numerics.validation import FloatArray, numbers, require_points, require_weights, vector

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
        if not self.moments.Sxx:
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
    def weight(self) -> float:
        """The sum of the weights, n where none were given."""
        return float(self.moments.N)

    @property
    def slope(self) -> float:
        """The slope a, in units of y per unit of x."""
        return float(self._slope)

    @property
    def intercept(self) -> float:
        """The intercept b, the value of the line at x = 0."""
        return float(self.moments.y_mean - self._slope * self.moments.x_mean)

    @property
    def x_mean(self) -> float:
        """The weighted mean of x, where the line is known best."""
        return float(self.moments.x_mean)

    @property
    def x_sum_of_squares(self) -> float:
        """The sum of w (x - mean)^2."""
        return float(self.moments.Sxx)

    @property
    def rss(self) -> float:
        """The minimum itself, sum w (y - (a x + b))^2."""
        return float(self.moments.rss)

    @property
    def residual_sd(self) -> float:
        """The standard deviation of the residuals, sqrt(rss / dof), in units of y."""
        return self._variance.sqrt() if self.dof else nan

    @property
    def r_squared(self) -> float:
        """The share of the spread of y that the line explains; nan when all y are equal."""
        m = self.moments
        return float(Ratio(1) - m.rss / m.Syy) if m.Syy else nan

    @property
    def slope_stderr(self) -> float:
        """The standard error of the slope."""
        return (self._variance / self.moments.Sxx).sqrt() if self.dof else nan

    @property
    def intercept_stderr(self) -> float:
        """The standard error of the intercept."""
        m = self.moments
        return (self._variance * m.A / (m.N * m.Sxx)).sqrt() if self.dof else nan

    @property
    def slope_p_value(self) -> float:
        """Two-sided p-value of the t test of slope = 0, with n - 2 degrees of freedom."""
        return two_sided_p(t_statistic(self.moments), self.dof)

    @property
    def _slope(self) -> Ratio:
        return self.moments.Sxy / self.moments.Sxx

    @property
    def _variance(self) -> Ratio:
        """The residual variance, of a point of weight 1."""
        return self.moments.rss / Ratio(self.dof)

    def from_mean(self, x: FloatArray) -> FloatArray:
        """Return x - mean, with digits left where x is far from zero and close together."""
        mean = self.x_mean
        rounded_off = float(self.moments.x_mean - Ratio.of(mean))
        return (x - mean) - rounded_off

    def predict(self, x: ArrayLike) -> FloatArray:
        """Return the line at ``x``, of the shape of ``x``."""
        return float(self.moments.y_mean) + self.slope * self.from_mean(numbers(x, "x"))

    def confidence_interval(self, level: float = 0.95) -> tuple[Interval, Interval]:
        """Return the intervals of slope and intercept, each held with probability ``level``."""
        t = quantile(level, self.dof)
        slope, intercept = t * self.slope_stderr, t * self.intercept_stderr
        return (
            (self.slope - slope, self.slope + slope),
            (self.intercept - intercept, self.intercept + intercept),
        )

    def confidence_band(self, x: ArrayLike, level: float = 0.95) -> tuple[FloatArray, FloatArray]:
        """Return lower and upper bounds of the mean of y at each ``x``, one x at a time.

        Equal to ``get_prediction(x).conf_int()`` of statsmodels, ``interval="confidence"`` in R.
        It covers the line at one x with probability ``level``, not the whole line at once.
        """
        return self._band(x, level, 0.0)

    def prediction_band(self, x: ArrayLike, level: float = 0.95) -> tuple[FloatArray, FloatArray]:
        """Return lower and upper bounds of one new y at each ``x``.

        The new point has weight 1, hence the variance ``residual_sd ** 2``: with weights
        1 / sigma^2 it is one of sigma = 1. Equal to ``interval="prediction"`` in R.
        """
        return self._band(x, level, 1.0)

    def _band(self, x: ArrayLike, level: float, new: float) -> tuple[FloatArray, FloatArray]:
        at = numbers(x, "x")
        distance = self.from_mean(at) / self.moments.Sxx.sqrt()
        variance = new + float(Ratio(1) / self.moments.N) + distance * distance
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

    Slope and intercept are those of ``numpy.polyfit(x, y, 1, w=numpy.sqrt(weights))``, the rest is
    that of ``scipy.stats.linregress(x, y)``, and with weights of ``statsmodels.api.WLS`` and R's
    ``lm``: the size of the errors is estimated from the scatter. Where weights are 1 / sigma^2 with
    sigma known beforehand, standard errors divided by ``residual_sd`` are those of
    ``scipy.optimize.curve_fit(..., absolute_sigma=True)``.

    Not for errors in x as large as those in y (`fit_orthogonal`), for outliers
    (`fit_least_absolute`), several variables (`fit_multiple`) or data that bend: `doubts` looks for
    reasons of that kind.

    >>> fit_line([1, 2, 3], [2, 4, 7]).slope
    2.5
    >>> fit_line([5, 5], [1, 2])
    Traceback (most recent call last):
    ValueError: all x are equal (5.0): the slope is not defined; use fit_orthogonal
    """
    moments = Moments.of(x, y, weights=weights, exact=exact)
    if weights is not None and not moments.n:
        require_weights(vector(weights, "weights"))
    return LineFit(moments)


def linear_regression(x: ArrayLike, y: ArrayLike) -> tuple[float, float]:
    """Return slope a and intercept b of the least-squares line y = a x + b, as the article does.

    The article's sums about 0 are `core.fits.normal_equations`; the answer here is theirs without
    their rounding. Equal to ``numpy.polyfit(x, y, 1)``. For what the line is worth use `fit_line`.

    >>> linear_regression([0, 1, 2], [1, 3, 5])
    (2.0, 1.0)
    """
    fit = fit_line(x, y)
    return fit.slope, fit.intercept
