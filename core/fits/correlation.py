"""Pearson's test: is there a linear relation at all? Ask before fitting a line.

r is the cosine of the angle between the centred data, r^2 the share of the spread of y that a
line explains. When x and y are independent and one of them is normal,
t = r sqrt((n - 2) / (1 - r^2)) follows Student's distribution with n - 2 degrees of freedom.
"""

from dataclasses import dataclass
from math import atanh, inf, isinf, sqrt, tanh

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from core.fits.moments import Moments
from core.fits.student import log10_two_sided_p, t_statistic, two_sided_p
from core.numerics.validation import require_level, require_points


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
        half = -float(scipy.special.ndtri((1 - level) / 2)) / sqrt(self.n - 3)
        return tanh(atanh(self.r) - half), tanh(atanh(self.r) + half)


def pearson_test(x: ArrayLike, y: ArrayLike) -> CorrelationTest:
    """Test whether x and y, of shape (n,), are linearly related; two-sided.

    Equal to ``scipy.stats.pearsonr(x, y)``, and to the t test of the slope of `fit_line` from
    either side. It sees no relation but a linear one: r is near 0 on a full parabola, and near 1
    when one far point outweighs the rest. For relations that only rise or fall, or ranks, use
    ``scipy.stats.spearmanr``.

    >>> test = pearson_test([1, 2, 3, 4], [1, 3, 2, 4])
    >>> test.r
    0.8
    >>> round(test.p_value, 12)
    0.2
    """
    m = Moments.of(x, y)
    require_points(m.n, 2, "a correlation")
    for name, spread in (("x", m.Sxx), ("y", m.Syy)):
        if not spread:
            raise ValueError(f"all {name} are equal: their correlation is not defined")
    r = (m.Sxy * m.Sxy / (m.Sxx * m.Syy)).sqrt() * (1.0 if m.Sxy.numerator > 0 else -1.0)
    t = t_statistic(m)
    if m.n == 2:
        return CorrelationTest(m.n, r, t, 1.0, 0.0)
    if isinf(t):
        return CorrelationTest(m.n, r, t, 0.0, -inf)
    dof = m.n - 2
    return CorrelationTest(m.n, r, t, two_sided_p(t, dof), log10_two_sided_p(t, dof))


def density_by_chance(r: ArrayLike, n: int) -> NDArray[np.float64]:
    """Return the density of r of n points, of shape r, where x and y are independent.

    It is (1 - r^2)^((n - 4) / 2) / B(1 / 2, n / 2 - 1) if one of them is normal (R. A. Fisher,
    Biometrika 10, 1915, 507-521); its two tails beyond r are the p-value of `pearson_test`.
    Infinite at both ends for n = 3.

    >>> density_by_chance([0.0, 1.0], 6).tolist()
    [0.75, 0.0]
    """
    require_points(n, 3, "the density of a correlation")
    with np.errstate(divide="ignore"):
        shape = (1.0 - np.square(np.asarray(r, dtype=float))) ** ((n - 4) / 2)
    density: NDArray[np.float64] = shape / float(scipy.special.beta(0.5, n / 2 - 1))
    return density
