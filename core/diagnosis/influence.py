"""How much single points decide: leverage, Cook's distance, and outliers.

With weights w (1 unless given) of sum W, residuals r, leverages h = w (1/W + (x - mean)^2 / Sxx)
and the residual variance s^2 of a point of weight 1:

    t^2 = w r^2 / (s^2 (1 - h))    squared studentised residual
    D   = t^2 h / (2 (1 - h))      Cook's distance: how far the line moves without the point

Both sets of formulas: Cook & Weisberg, Residuals and Influence in Regression (1982), chapters 2, 3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
import scipy

from core.fits.line import LineFit
from core.numerics.validation import FloatArray

BLOCK = 8_192


@dataclass(frozen=True)
class PointInfluence:
    """One point: its index, leverage (0 to 1), squared studentised residual, Cook's distance.

    A point of leverage 1 is met by every line: it has no residual to speak of, and Cook's
    distance is infinite.
    """

    index: int
    leverage: float
    studentised_squared: float
    cook: float

    def outlier_p_value(self, n: int) -> float:
        """Return the p-value of so large a residual among n, were all errors normal (Bonferroni).

        The point is measured against the scatter of the others, with n - 3 degrees of freedom.
        """
        dof = n - 3
        if dof < 1 or self.leverage == 1:
            return 1.0
        rest = 1 - self.studentised_squared / (n - 2)
        t = sqrt(self.studentised_squared * dof / (n - 2) / rest) if rest > 1e-12 else inf
        return min(1.0, float(2 * n * scipy.special.stdtr(dof, -t)))


def most_influential(
    x: FloatArray, y: FloatArray, fit: LineFit, weights: FloatArray | None = None
) -> dict[str, PointInfluence]:
    """Return the points of largest ``leverage``, ``residual`` and ``cook``, which may be one.

    ``weights``, all above 0, are those of the fit. Leverages and Cook's distances are those of
    ``OLSInfluence`` of statsmodels and of R's ``hatvalues`` and ``cooks.distance``.
    """
    best: dict[str, PointInfluence] = {}
    for start, points in _influences(x, y, fit, weights):
        for name, measure in zip(("leverage", "residual", "cook"), points, strict=True):
            k = int(np.argmax(measure))
            point = PointInfluence(start + k, *(float(values[k]) for values in points))
            if name not in best or measure[k] > _measure(best[name], name):
                best[name] = point
    return best


def _measure(point: PointInfluence, name: str) -> float:
    return {
        "leverage": point.leverage,
        "residual": point.studentised_squared,
        "cook": point.cook,
    }[name]


def _influences(
    x: FloatArray, y: FloatArray, fit: LineFit, weights: FloatArray | None
) -> Iterator[tuple[int, tuple[FloatArray, FloatArray, FloatArray]]]:
    variance = fit.residual_sd**2
    for start in range(0, x.size, BLOCK):
        block = slice(start, start + BLOCK)
        w = 1.0 if weights is None else weights[block]
        r = y[block] - fit.predict(x[block])
        h = w * (1 / fit.weight + fit.from_mean(x[block]) ** 2 / fit.x_sum_of_squares)
        free = 1 - h
        alone = free < 1e-9
        h[alone], free[alone], r[alone] = 1.0, 1.0, 0.0
        t2 = w * r * r / (variance * free)
        cook = t2 * h / (2 * free)
        cook[alone] = inf
        yield start, (h, t2, cook)
