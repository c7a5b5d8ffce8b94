"""The lowest place of a sum of squared residuals that have no closed form.

Found by Levenberg and Marquardt's method as MINPACK has it, with rough derivatives, then by Gauss
and Newton's with good ones: near its minimum the sum is flat to eight digits of the parameters,
and only the steps see the others. Where that ends in the wrong place, a trust region tries
(J. J. More, The Levenberg-Marquardt algorithm: implementation and theory, 1978; M. A. Branch,
T. F. Coleman & Y. Li, SIAM Journal on Scientific Computing 21 (1999)).
"""

from collections.abc import Callable, Iterator
from math import isfinite, sqrt
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares, leastsq

from core.fits.derivatives import MANY, derivatives
from core.fits.tangent import Tangent, next_place
from core.numerics.validation import FloatArray

Residuals: TypeAlias = Callable[[NDArray[Any]], Any]
"""Parameters, shape (k,), to residuals, shape (n,); of complex ones too where that is possible."""

_STEPS = 30
_ANGLE = 1e-5
"""Largest cosine between the residuals and a column of the Jacobian at what is called a minimum."""
_PERFECT = 1e-10
"""Residuals below this share of y are little more than rounding."""
_ROUNDING = 1e-12
"""Steps that move the curve by less than this share of y show little more than rounding."""
_HUGE = 1e150


class Minimum(NamedTuple):
    """A place, its sum of squares, its spread and whether it is a minimum.

    The spread of the parameters, the roots of the diagonal of (J'J)^-1, is nan where the points
    do not determine them.
    """

    parameters: FloatArray
    rss: float
    spread: FloatArray
    converged: bool


def lowest(residuals: Residuals, start: FloatArray, y_norm: float) -> Minimum:
    """Return the first minimum that a search from ``start`` ends in, or else the lowest place.

    ``y_norm`` is the length of the residuals of the curve that is 0.
    """
    places = []
    for p in _searches(residuals, start):
        places.append(_judged(residuals, start, _settled(residuals, start, p, y_norm), y_norm))
        if places[-1].converged:
            return places[-1]
    return min(places, key=lambda place: place.rss)


def _searches(residuals: Residuals, start: FloatArray) -> Iterator[FloatArray]:
    def real(p: FloatArray) -> FloatArray:
        return _finite(residuals(p))

    yield np.asarray(leastsq(real, start, full_output=True)[0])
    derivative = derivatives(residuals, start, real(start), start)
    try:
        found = least_squares(real, start, derivative, x_scale="jac", max_nfev=2000)
    except (ValueError, np.linalg.LinAlgError):  # lost among infinities
        return
    yield np.asarray(found.x)


def _finite(values: Any) -> FloatArray:
    """Return the values, with something large and finite where they are not finite."""
    array = np.asarray(values, dtype=np.float64)
    if np.isfinite(array).all():
        return array
    return np.asarray(np.nan_to_num(array, nan=_HUGE, posinf=_HUGE, neginf=-_HUGE))


def _settled(residuals: Residuals, start: FloatArray, p: FloatArray, y_norm: float) -> Tangent:
    """Take Gauss and Newton's steps from p until they shrink no more."""
    r = _finite(residuals(p))
    derivative = derivatives(residuals, p, r, start)
    share = 1e-13 if len(r) <= MANY else 1e-9
    taken = [Tangent.at(p, r, derivative(p))]
    while True:
        lengths = [tangent.length for tangent in taken]
        shortest = lengths.index(min(lengths))
        wasted = len(taken) - 1 - shortest
        ended = wasted > 1 or (wasted and lengths[-1] <= _ROUNDING * y_norm)
        if ended or len(taken) == _STEPS or np.all(np.abs(taken[-1].step) <= share * np.abs(p)):
            return taken[shortest]
        p = next_place(taken)
        r = _finite(residuals(p))
        if r @ r > taken[shortest].rss * (1 + 1e-9):
            return taken[shortest]
        taken.append(Tangent.at(p, r, derivative(p)))


def _judged(residuals: Residuals, start: FloatArray, place: Tangent, y_norm: float) -> Minimum:
    """Say whether a place is a minimum: level, one point, and not on the way to infinity."""
    size, spread = sqrt(place.rss), place.spread
    level = place.slope <= max(_ANGLE * size, 1e-3 * _PERFECT * y_norm)
    converged = level and isfinite(size) and bool(np.isfinite(spread).all())
    if converged:
        converged = _bounded(residuals, start, place, y_norm)
    p = place.parameters + (place.step if converged else 0.0)
    return Minimum(p, place.rss, spread, converged)


def _bounded(residuals: Residuals, start: FloatArray, place: Tangent, y_norm: float) -> bool:
    """Return whether the sum rises on all sides, as far off as the parameters are large.

    It does not where the minimum lies at infinity: a step through a logistic curve, say. Asked
    only where the points may not tell a parameter from another twice as large.
    """
    size, p = sqrt(place.rss), place.parameters
    reach = np.maximum(np.abs(start), 1.0)
    if np.any(place.size * np.maximum(np.abs(p), reach) < _ROUNDING * y_norm):
        return False  # no way of moving a parameter shows
    large = np.maximum(np.abs(p), np.minimum(y_norm / place.size, reach) if y_norm else reach)
    perfect, dof = _PERFECT * y_norm, max(place.n - len(p), 1)
    if size > perfect and np.all(place.spread * size / sqrt(dof) < large):
        return True
    for way in (*place.axes[::-1], *np.eye(len(p))):
        for far in (way, -way):
            r = _finite(residuals(p + far / np.max(np.abs(far) / large)))
            if not np.linalg.norm(r) > max(perfect, size * (1 + 1e-9)):
                return False
    return True
