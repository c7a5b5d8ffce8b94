"""How residuals lie about their line: the curve they follow, and their spread on either side.

Both are what the doubts `curvature` and `scatter` are about (see `core.diagnosis.doubts`).
"""

import numpy as np
from numpy.typing import ArrayLike

from core.fits.line import LineFit
from core.fits.multiple import fit_multiple
from core.numerics.validation import FloatArray, numbers


def bend(
    x: FloatArray, residuals: FloatArray, line: LineFit, degree: int, at: ArrayLike
) -> FloatArray:
    """Return, at the places ``at``, the polynomial of ``degree`` through the residuals.

    Least squares in (x - mean) / max |x - mean|, whose powers are far from dependent.

    >>> x, y = np.arange(5.0), np.arange(5.0) ** 2
    >>> from core.fits.line import fit_line
    >>> line = fit_line(x, y)
    >>> bend(x, y - line.predict(x), line, 2, [0.0, 2.0]).round(9).tolist()
    [2.0, -2.0]
    """
    scale = float(np.abs(line.from_mean(x)).max())

    def powers(places: FloatArray) -> FloatArray:
        u = line.from_mean(places) / scale
        return np.asarray(u[:, None] ** np.arange(1, degree + 1))

    fit = fit_multiple(powers(x), residuals)
    return fit.predict(powers(numbers(at, "at")))


def side_spreads(x: FloatArray, residuals: FloatArray, line: LineFit) -> tuple[float, float]:
    """Return the root mean square of the residuals below the mean of x, and from it upwards."""
    upper = line.from_mean(x) >= 0
    below, above = (np.sqrt(np.mean(residuals[side] ** 2)) for side in (~upper, upper))
    return float(below), float(above)
