"""A line through logarithms: an exponential, a logarithmic curve or a power law.

    scales   fitted                        is
    ""       y       = a x       + b       a line
    "y"      log10 y = a x       + b       y = 10^b 10^(a x), an exponential
    "x"      y       = a log10 x + b       a logarithmic curve
    "xy"     log10 y = a log10 x + b       y = 10^b x^a, a power law

Least squares of log y weigh relative distances, not absolute ones: the curve is not that of
`core.fits.curve.fit_curve`, unless the scatter is as small as that difference.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import LineFit, fit_line
from core.numerics.validation import FloatArray, vector

SCALES = ("", "x", "y", "xy")
Band = tuple[FloatArray, FloatArray]


@dataclass(frozen=True)
class ScaledLine:
    """``line`` runs through (u, v), the points on their ``scales``; all else is in x and y.

    ``weights`` are those of v, 1 / variance; None where every point weighs the same.
    """

    scales: str
    line: LineFit
    u: FloatArray
    v: FloatArray
    weights: FloatArray | None = None

    @property
    def residuals(self) -> FloatArray:
        """The distances v - (a u + b): on a logarithmic y in powers of ten."""
        return self.v - self.line.predict(self.u)

    def predict(self, x: ArrayLike) -> FloatArray:
        """Return y of the curve at ``x``."""
        return self._y(self.line.predict(self._u(x)))

    def confidence_band(self, x: ArrayLike, level: float = 0.95) -> Band:
        """Return lower and upper bounds of the curve; on a logarithmic y, of its median."""
        low, high = self.line.confidence_band(self._u(x), level)
        return self._y(low), self._y(high)

    def prediction_band(self, x: ArrayLike, level: float = 0.95) -> Band:
        """Return lower and upper bounds of one new y at each ``x``."""
        low, high = self.line.prediction_band(self._u(x), level)
        return self._y(low), self._y(high)

    def _u(self, x: ArrayLike) -> FloatArray:
        at = np.asarray(x, dtype=np.float64)
        return np.log10(at) if "x" in self.scales else at

    def _y(self, v: FloatArray) -> FloatArray:
        return np.asarray(10.0**v) if "y" in self.scales else v


def fit_scaled_line(
    x: ArrayLike, y: ArrayLike, scales: str = "", *, sigma: ArrayLike | None = None
) -> ScaledLine:
    """Fit a line on the scales named by ``scales``: "", "x", "y" or "xy" are logarithmic.

    ``sigma`` are standard deviations of y, shape (n,): each point has the weight 1 / sigma^2, or
    (y ln 10 / sigma)^2 where y is logarithmic.

    ValueError for a value that has no logarithm, and for what `fit_line` refuses.

    >>> fit = fit_scaled_line([1, 10, 100], [3, 0.3, 0.03], "xy")
    >>> round(fit.line.slope, 12), round(float(fit.predict(1000)), 12)
    (-1.0, 0.003)
    """
    if scales not in SCALES:
        raise ValueError(f"unknown scales {scales!r}: choose one of {', '.join(SCALES[1:])}")
    at, values = vector(x, "x"), vector(y, "y")
    u = _logarithms(at, "x") if "x" in scales else at
    v = _logarithms(values, "y") if "y" in scales else values
    if sigma is None:
        return ScaledLine(scales, fit_line(u, v), u, v)
    errors = vector(sigma, "sigma")
    if errors.size and errors.min() <= 0:
        raise ValueError(
            f"sigma is {errors.min():g} at index {np.argmin(errors)}: a standard deviation is "
            "above 0; leave out points without one"
        )
    if "y" in scales:
        errors = errors / (values * log(10))
    weights = errors**-2
    return ScaledLine(scales, fit_line(u, v, weights=weights), u, v, weights)


def _logarithms(values: FloatArray, name: str) -> FloatArray:
    without = np.flatnonzero(values <= 0)
    if without.size:
        raise ValueError(
            f"{name} is {values[without[0]]:g} at index {without[0]} ({without.size} of "
            f"{values.size} are not above 0): only positive numbers have a logarithm"
        )
    return np.log10(values)
