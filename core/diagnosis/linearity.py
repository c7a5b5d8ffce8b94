"""Two questions to the residuals of a line: do they bend, and is their scatter equal?"""

from dataclasses import dataclass
from math import erfc, nan, sqrt

import numpy as np
import scipy

from core.diagnosis.influence import BLOCK
from core.fits.line import LineFit
from core.numerics.validation import FloatArray

_DEPENDENT = 1e-8


@dataclass(frozen=True)
class Curvature:
    """What a polynomial of ``degree`` takes off the residual sum of squares of the line.

    ``share`` is the part that it takes off, ``p_value`` that of the F test of its extra terms.
    """

    degree: int
    share: float
    p_value: float


def curvature(
    x: FloatArray, y: FloatArray, fit: LineFit, weights: FloatArray | None = None
) -> tuple[Curvature, ...]:
    """Compare the line with a parabola and a cubic; each needs a point more than coefficients.

    Least squares, with the weights of the fit, by QR, block by block, in
    u = (x - mean) / max |x - mean|. Where x has too few different values to tell a power of u from
    the lower ones, it is not tried.
    """
    scale = np.abs(fit.from_mean(np.array([x.min(), x.max()]))).max()
    R: FloatArray = np.empty((0, 5))
    for start in range(0, x.size, BLOCK):
        block = slice(start, start + BLOCK)
        r = y[block] - fit.predict(x[block])
        u = fit.from_mean(x[block]) / scale
        terms = np.column_stack([np.ones_like(u), u, u * u, u * u * u, r])
        if weights is not None:
            terms *= np.sqrt(weights[block, np.newaxis])
        rows: FloatArray = np.vstack([R, terms])
        R = np.asarray(np.linalg.qr(rows, mode="r"))
    effects = np.zeros(5)
    effects[: len(R)] = R[:, 4] ** 2
    total = effects[2:].sum()
    found = []
    for degree in (2, 3):
        dof = x.size - degree - 1
        if dof < 1 or abs(R[degree, degree]) <= _DEPENDENT * np.linalg.norm(R[:, degree]):
            break
        extra, rest = effects[2 : degree + 1].sum(), effects[degree + 1 :].sum()
        F = extra / (degree - 1) / (rest / dof) if rest else np.inf
        found.append(
            Curvature(degree, float(extra / total), float(scipy.special.fdtrc(degree - 1, dof, F)))
        )
    return tuple(found)


@dataclass(frozen=True)
class ScatterTest:
    """Whether squared residuals, times their weights, grow or shrink with x.

    ``ratio`` is the scatter above the mean of x divided by the scatter below it.
    """

    ratio: float
    p_value: float


def breusch_pagan(
    x: FloatArray, y: FloatArray, fit: LineFit, weights: FloatArray | None = None
) -> ScatterTest:
    """Test for unequal scatter: n times the squared correlation of w r^2 and x is chi-square.

    It has one degree of freedom, in the studentised form, which does not ask for normal errors
    (Koenker, Journal of Econometrics 17 (1981) 107-112).
    """
    n, moment = x.size, np.zeros((3, 3))
    above = below = count = 0.0
    for start in range(0, n, BLOCK):
        block = slice(start, start + BLOCK)
        w = 1.0 if weights is None else weights[block]
        z = w * ((y[block] - fit.predict(x[block])) / fit.residual_sd) ** 2
        u = fit.from_mean(x[block]) / sqrt(fit.x_sum_of_squares / fit.weight)
        terms = np.column_stack([np.ones_like(u), u, z - 1])
        moment += terms.T @ terms
        upper = u >= 0
        above += float(z @ upper)
        below += float(z @ ~upper)
        count += int(np.count_nonzero(upper))
    ratio = sqrt(above / count * (n - count) / below) if below else nan
    uu, uz, zz = (
        moment[i, j] - moment[0, i] * moment[0, j] / n for i, j in ((1, 1), (1, 2), (2, 2))
    )
    lagrange = n * uz**2 / (uu * zz) if uu > 0 < zz else 0.0
    return ScatterTest(ratio, erfc(sqrt(lagrange / 2)))
