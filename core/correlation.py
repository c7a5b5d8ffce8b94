"""Pearson's test: is there a linear relation at all? Ask before fitting a line.

r is the cosine of the angle between the centred data, r^2 the share of the spread of y that a
line explains. When x and y are independent and one of them is normal,
t = r sqrt((n - 2) / (1 - r^2)) follows Student's distribution with n - 2 degrees of freedom.
"""

import itertools
from dataclasses import dataclass
from math import atanh, copysign, inf, log, log1p, log10, nan, sqrt, tanh

from numpy.typing import ArrayLike
from scipy.special import betaln, ndtri, stdtr

from core.line import LineFit
from core.moments import Moments
from core.validation import require_level, require_points


@dataclass(frozen=True)
class CorrelationTest:
    """Pearson's r of n points and the test of r = 0."""

    n: int
    r: float
    t: float
    p_value: float
    log10_p: float

    def confidence_interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return Fisher's interval tanh(atanh r +- z / sqrt(n - 3)); (-1, 1) for n <= 3."""
        require_level(level)
        if self.n <= 3:
            return (-1.0, 1.0)
        if abs(self.r) == 1:
            return (self.r, self.r)
        half = -float(ndtri((1 - level) / 2)) / sqrt(self.n - 3)
        return tanh(atanh(self.r) - half), tanh(atanh(self.r) + half)


def pearson_test(x: ArrayLike, y: ArrayLike) -> CorrelationTest:
    """Test whether x and y, of shape (n,), are linearly related; two-sided.

    >>> test = pearson_test([1, 2, 3, 4], [1, 3, 2, 4])
    >>> test.r
    0.8
    >>> round(test.p_value, 12)
    0.2
    """
    moments = Moments.of(x, y)
    require_points(moments.n, 2, "a correlation")
    fit = LineFit(moments)
    for name, spread in (("x", fit._determinant), ("y", fit._y_determinant)):
        if spread <= 0:
            raise ValueError(f"all {name} are equal: their correlation is not defined")
    unexplained = fit._residual_numerator / (fit._determinant * fit._y_determinant)
    r = copysign(sqrt(fit.r_squared), fit._slope_numerator)
    dof = fit.dof
    if dof == 0:
        return CorrelationTest(2, r, nan, 1.0, 0.0)
    if unexplained == 0:
        return CorrelationTest(fit.n, r, copysign(inf, r), 0.0, -inf)
    t = r * sqrt(dof / unexplained)
    p = float(2 * stdtr(dof, -abs(t)))
    log10_p = log10(p) if p > 1e-290 else _log_tail(dof, unexplained) / log(10)
    return CorrelationTest(fit.n, r, t, p, log10_p)


def _log_tail(dof: int, z: float) -> float:
    """Return the logarithm of the regularised incomplete beta function I_z(dof / 2, 1 / 2).

    For a p-value this small z < (a + 1) / (a + b + 2), and the continued fraction converges fast
    (NIST Digital Library of Mathematical Functions, 8.17.22; evaluated by Lentz's method).
    """
    a, b = dof / 2, 0.5
    fraction, c, d = 1.0, 1.0, 0.0
    for k in itertools.count(1):
        m = k // 2
        if k % 2:
            term = -(a + m) * (a + b + m) * z / ((a + k - 1) * (a + k))
        else:
            term = m * (b - m) * z / ((a + k - 1) * (a + k))
        d = 1 / (1 + term * d)
        c = 1 + term / c
        fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return a * log(z) + b * log1p(-z) - log(a) - float(betaln(a, b)) - log(fraction)
