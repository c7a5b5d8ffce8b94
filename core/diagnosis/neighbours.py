"""Do points that are neighbours along x miss the line to the same side?

Of scatter alone they do not. A bend that is neither a parabola nor a cubic, waves, and a memory of
what came before do.
"""

from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from core.fits.line import LineFit
from core.numerics.validation import FloatArray

# Points of more different x are taken together in this many equal steps of x.
MOST_PLACES = 4096


@dataclass(frozen=True)
class Pattern:
    """``share`` of the residual variance that neighbours have in common; 0 or less for scatter."""

    share: float
    p_value: float


def pattern(
    x: FloatArray, y: FloatArray, fit: LineFit, weights: FloatArray | None = None
) -> Pattern:
    """Compare the mean residuals at neighbouring x.

    With g_i the mean of m_i residuals at one x, and independent residuals of variance s^2, the sum
    of g_i g_(i+1) has mean 0 and variance s^4 sum 1 / (m_i m_(i+1)); the p-value is that of a
    normal distribution, for sums as large or larger.

    >>> from core.fits.line import fit_line
    >>> x = np.arange(40.0)
    >>> y = np.sin(x / 6)
    >>> pattern(x, y, fit_line(x, y)).share > 0.5
    True
    """
    residuals = y - fit.predict(x)
    if weights is not None:
        residuals = residuals * np.sqrt(weights)
    variance = float(np.mean(residuals * residuals))
    counts, sums = _by_place(x, residuals)
    means = sums / counts
    common = float(means[:-1] @ means[1:])
    spread = variance * sqrt(float(np.sum(1 / (counts[:-1] * counts[1:]))))
    if not spread > 0:
        return Pattern(0.0, 1.0)
    share = common / (len(means) - 1) / variance
    return Pattern(share, erfc(common / spread / sqrt(2)) / 2)


def _by_place(x: FloatArray, residuals: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return how many points there are at each x, in order, and the sum of their residuals."""
    if x.size > MOST_PLACES:
        low, high = float(x.min()), float(x.max())
        places = np.minimum((x - low) * (MOST_PLACES / (high - low)), MOST_PLACES - 1).astype(int)
    else:
        places = np.unique(x, return_inverse=True)[1]
    counts = np.bincount(places).astype(np.float64)
    sums = np.bincount(places, weights=residuals).astype(np.float64)
    there = counts > 0
    return counts[there], sums[there]
