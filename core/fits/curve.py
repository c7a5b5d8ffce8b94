"""Any curve y = f(x, parameters): the same sum of squares, with no closed form for its minimum.

Minimised: sum ((y - f(x, parameters)) / sigma)^2, by the searches of `core.fits.minimum`, with the
derivatives of `core.fits.derivatives`.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from math import nan, sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.fits.minimum import Minimum, lowest
from core.numerics.validation import (
    FloatArray,
    matrix,
    real_array,
    require_finite,
    require_points,
    require_same_points,
    vector,
)

Model = Callable[..., Any]


@dataclass(frozen=True)
class CurveFit:
    """The parameters of a fitted curve, shape (k,), and their standard errors.

    ``rss`` is the minimum, in units of y^2 or, with ``sigma``, of sigma^2. ``stderr`` comes from
    the curvature at the minimum and the spread of the residuals; it is nan when there are no more
    points than parameters, or when the points do not determine the parameters. Where
    ``converged`` is False the numbers are those of the lowest place that was found, not a minimum.
    """

    parameters: FloatArray
    stderr: FloatArray
    rss: float
    converged: bool
    dof: int


def fit_curve(
    model: Model, x: ArrayLike, y: ArrayLike, start: ArrayLike, *, sigma: ArrayLike | None = None
) -> CurveFit:
    """Fit y = model(x, *parameters) by least squares, from ``start``, shape (k,).

    Parameters
    ----------
    model : takes x as it is given and k parameters, and returns shape (n,). It may also be
        written as model(x, parameters), with all parameters in one array.
    x : shape (n,), or (n, m) for m explanatory variables
    y : shape (n,)
    start : shape (k,), in the region of the minimum that is meant
    sigma : shape (n,), optional
        Standard deviations of y up to a common factor.

    The parameters are those of ``scipy.optimize.curve_fit``, with all digits instead of half of
    them; the standard errors the roots of the diagonal of its ``pcov`` without
    ``absolute_sigma``. Not for a curve that is linear in its parameters, which `fit_line` and
    `fit_multiple` fit from anywhere; nor for bounds on the parameters, which ``curve_fit`` has.

    Raises ValueError when the curve is not finite at ``start``.

    >>> x = np.arange(5.0)
    >>> fit = fit_curve(lambda x, c, k: c * np.exp(-k * x), x, 3 * np.exp(-0.5 * x), [1, 1])
    >>> fit.converged, fit.parameters.round(12)
    (True, array([3. , 0.5]))
    """
    xs = matrix(x, "x") if real_array(x, "x", None).ndim == 2 else vector(x, "x")
    ys, p0 = vector(y, "y"), vector(start, "start")
    require_same_points(x=x, y=y)
    if not p0.size:
        raise ValueError("start is empty: it needs a value for each parameter")
    require_points(len(ys), len(p0), f"a curve of {len(p0)} parameters")
    deviation = np.ones(len(ys)) if sigma is None else _deviation(x, y, sigma)
    f = _unpacked(model, len(p0))
    _require_curve(f(xs, p0), ys)
    # Sums of squares of y near 1e150 would overflow.
    y_scale, scale = _exponent(np.abs(ys).max()), _exponent(deviation.min())
    weight = np.ldexp(1 / np.ldexp(deviation, -scale), -y_scale)

    def residuals(p: NDArray[Any]) -> Any:
        return (ys - f(xs, p)) * weight

    with np.errstate(all="ignore"):  # the search may pass through infinities; its end may not
        found = lowest(residuals, p0, float(np.linalg.norm(ys * weight)))
        return _fit(found, len(ys), y_scale - scale)


def _deviation(x: ArrayLike, y: ArrayLike, sigma: ArrayLike) -> FloatArray:
    deviation = vector(sigma, "sigma")
    require_same_points(x=x, y=y, sigma=sigma)
    if deviation.min() <= 0:
        raise ValueError(
            f"sigma is {deviation.min()} at index {deviation.argmin()}: "
            "a standard deviation is above 0"
        )
    return deviation


def _unpacked(model: Model, k: int) -> Model:
    """Return the model as a function of x and one array of parameters.

    A model that can take k parameters one by one, some with defaults perhaps, is given them so.
    """
    try:
        parameters = inspect.signature(model).parameters.values()
    except (TypeError, ValueError):  # some compiled functions have no signature
        return lambda x, p: model(x, *p)
    positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    variadic = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if variadic or len(positional) > k:
        return lambda x, p: model(x, *p)
    return model


def _require_curve(values: Any, y: FloatArray) -> None:
    """Raise ValueError unless the values of the model at start are finite, one for each y."""
    array = np.asarray(values, dtype=np.float64)
    if array.shape != y.shape:
        raise ValueError(
            f"the model returns shape {array.shape} for {len(y)} points: "
            "it must return one value for each x"
        )
    require_finite(array, "the model at start")


def _exponent(value: float) -> int:
    return int(np.frexp(value)[1])


def _fit(found: Minimum, n: int, exponent: int) -> CurveFit:
    """Give the sum of squares its units back."""
    dof = n - len(found.parameters)
    sd = sqrt(found.rss / dof) if dof else nan
    return CurveFit(
        parameters=found.parameters,
        stderr=sd * found.spread,
        rss=float(np.ldexp(found.rss, 2 * exponent)),
        converged=found.converged,
        dof=dof,
    )
