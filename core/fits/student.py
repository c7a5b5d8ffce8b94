"""Student's t: the test of a slope, which is also the test of a correlation.

t = slope / stderr = r sqrt((n - 2) / (1 - r^2)) follows Student's distribution with n - 2 degrees
of freedom when the errors are normal and the true slope is 0.

>>> round(two_sided_p(2.0, 10), 12)
0.073388034771
>>> log10_two_sided_p(1e300, 1)
-300.19611987703...
>>> round(quantile(0.95, 10), 6)
2.228139
"""

import itertools
from math import inf, log, log1p, log10, nan

import scipy  # its special functions take a quarter of a second and load when asked for

from core.fits.moments import Moments
from core.numerics.exact import Ratio
from core.numerics.validation import require_level


def t_statistic(m: Moments) -> float:
    """Return t = Sxy sqrt(dof / (Sxx rss)); infinite on a perfect line, nan where it is 0 / 0."""
    dof = m.n - 2
    if not dof or not (m.Sxy or m.rss):
        return nan
    sign = 1.0 if m.Sxy.numerator > 0 else -1.0
    if not m.rss:
        return sign * inf
    return sign * (Ratio(dof) * m.Sxy * m.Sxy / (m.Sxx * m.rss)).sqrt()


def two_sided_p(t: float, dof: int) -> float:
    """Return the probability of a value at least as far from 0 as t; 0 below 1e-308."""
    return 2.0 * float(scipy.special.stdtr(dof, -abs(t)))


def log10_two_sided_p(t: float, dof: int) -> float:
    """Return the common logarithm of `two_sided_p`, however small that is.

    In the far tail p = I_z(dof / 2, 1 / 2) with z = dof / (dof + t^2) is summed as a continued
    fraction, which converges fast there (NIST Digital Library of Mathematical Functions, 8.17.22;
    evaluated by Lentz's method).
    """
    p = two_sided_p(t, dof)
    if p > 1e-290:
        return log10(p)
    a, b = dof / 2, 0.5
    log_z = -2 * log(abs(t)) + log(dof) - log1p(dof / t / t)
    z = dof / t / t / (1 + dof / t / t)
    fraction, c, d = 1.0, 1.0, 0.0
    for k in itertools.count(1):
        m = k // 2
        term = m * (b - m) if k % 2 == 0 else -(a + m) * (a + b + m)
        term *= z / ((a + k - 1) * (a + k))
        d = 1 / (1 + term * d)
        c = 1 + term / c
        fraction *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    log_p = a * log_z + b * log1p(-z) - log(a) - float(scipy.special.betaln(a, b)) - log(fraction)
    return log_p / log(10)


def quantile(level: float, dof: int) -> float:
    """Return the half-width, in standard errors, of a two-sided interval; nan without dof."""
    require_level(level)
    return -float(scipy.special.stdtrit(dof, (1 - level) / 2)) if dof else nan
