"""Any curve y = f(x, parameters): the same sum of squares, with no closed form for its minimum.

Minimised: sum ((y - f(x, parameters)) / sigma)^2, by Levenberg and Marquardt's method as MINPACK
has it, and by a trust region where that ends in the wrong place (J. J. More, The
Levenberg-Marquardt algorithm: implementation and theory, 1978). Derivatives come from complex
steps, exact to rounding, where f can be computed with complex parameters (J. N. Lyness & C. B.
Moler, SIAM Journal on Numerical Analysis 4 (1967)); elsewhere from central differences.
"""

import inspect
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import nan, sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import least_squares

from core.numerics.validation import (
    FloatArray,
    require_finite,
    require_points,
    require_same_points,
    vector,
)

Model = Callable[..., Any]

_STEP = 1e-30
_POLISH = 60
_ANGLE = 1e-5
"""Largest cosine between the residuals and a column of the Jacobian at what is called a minimum."""


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

    ``model`` takes x of shape (n,) and returns shape (n,); it may also be written as
    model(x, parameters), with all parameters in one array. ``sigma``, shape (n,), holds standard
    deviations of y up to a common factor.

    Raises ValueError when the curve is not finite at ``start``.

    >>> x = np.arange(5.0)
    >>> fit = fit_curve(lambda x, c, k: c * np.exp(-k * x), x, 3 * np.exp(-0.5 * x), [1, 1])
    >>> fit.converged, fit.parameters.round(12)
    (True, array([3. , 0.5]))
    """
    xs, ys, p0 = vector(x, "x"), vector(y, "y"), vector(start, "start")
    require_same_points(x=x, y=y)
    scale = np.ones(len(ys))
    if sigma is not None:
        scale = vector(sigma, "sigma")
        require_same_points(x=x, y=y, sigma=sigma)
        if scale.size and scale.min() <= 0:
            raise ValueError(
                f"sigma is {scale.min()} at index {scale.argmin()}: a standard deviation is above 0"
            )
    if not p0.size:
        raise ValueError("start is empty: it needs a value for each parameter")
    require_points(len(ys), len(p0), f"a curve of {len(p0)} parameters")
    problem = _Problem(_unpacked(model, len(p0)), xs, ys, scale)
    problem.require_start(p0)
    with np.errstate(all="ignore"):  # the search may pass through infinities; its end may not
        return _finish(problem, _lowest(problem, p0))


def _unpacked(model: Model, k: int) -> Model:
    """Return the model as a function of x and one array of parameters."""
    try:
        positional = [
            p
            for p in inspect.signature(model).parameters.values()
            if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) and p.default is p.empty
        ]
        variadic = any(
            p.kind is p.VAR_POSITIONAL for p in inspect.signature(model).parameters.values()
        )
    except (TypeError, ValueError):  # some compiled functions have no signature
        return lambda x, p: model(x, *p)
    if k > 1 and len(positional) == 2 and not variadic:
        return model
    return lambda x, p: model(x, *p)


@dataclass(frozen=True)
class _Problem:
    model: Model
    x: FloatArray
    y: FloatArray
    sigma: FloatArray

    def residuals(self, p: FloatArray) -> FloatArray:
        """Return (y - f) / sigma, and something large and finite where f is not finite."""
        r = (self.y - self.model(self.x, p)) / self.sigma
        return np.asarray(np.nan_to_num(r, nan=1e150, posinf=1e150, neginf=-1e150))

    def require_start(self, p: FloatArray) -> None:
        """Raise ValueError unless the curve has one finite value for each x at ``p``."""
        values = np.asarray(self.model(self.x, p), dtype=np.float64)
        if values.shape != self.y.shape:
            raise ValueError(
                f"the model returns shape {values.shape} for x of shape {self.x.shape}: "
                "it must return one value for each x"
            )
        require_finite(values, "the model at start")

    def jacobian(self, p: FloatArray) -> FloatArray:
        """Return the derivatives of the residuals, shape (n, k)."""
        central = self._central(p)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", np.exceptions.ComplexWarning)
                stepped = self._complex(p)
        except (TypeError, ValueError, np.exceptions.ComplexWarning):  # it wants real numbers
            return central
        # A model that uses abs or compares its values computes with complex numbers but does not
        # differentiate: the rough derivative tells.
        size = np.abs(central).max(axis=0) + 1e-300
        agree = np.abs(stepped - central).max(axis=0) <= 1e-3 * size
        return np.where(agree & np.isfinite(stepped).all(axis=0), stepped, central)

    def _complex(self, p: FloatArray) -> FloatArray:
        J = np.empty((len(self.y), len(p)))
        for j in range(len(p)):
            step = _STEP * (abs(p[j]) or 1.0)
            q = p.astype(np.complex128)
            q[j] += 1j * step
            J[:, j] = -np.imag(self.model(self.x, q)) / step / self.sigma
        return J

    def _central(self, p: FloatArray) -> FloatArray:
        J = np.empty((len(self.y), len(p)))
        for j in range(len(p)):
            step = np.zeros(len(p))
            step[j] = 6e-6 * (abs(p[j]) or 1.0)
            width = (p + step)[j] - (p - step)[j]
            J[:, j] = (self.residuals(p + step) - self.residuals(p - step)) / width
        return np.asarray(np.nan_to_num(J, posinf=1e150, neginf=-1e150))


def _lowest(problem: _Problem, start: FloatArray) -> FloatArray:
    """Return the lowest place that the searches reach from ``start``."""
    best, lowest = start, np.inf
    for p in _searches(problem, start):
        rss = float(problem.residuals(p) @ problem.residuals(p))
        if rss < lowest:
            best, lowest = p, rss
    return best


def _searches(problem: _Problem, start: FloatArray) -> Iterator[FloatArray]:
    methods: tuple[dict[str, Any], ...] = (
        {"method": "lm"},
        {"method": "lm", "x_scale": "jac"},
        {"method": "trf", "x_scale": "jac"},
    )
    for options in methods:
        try:
            found = least_squares(
                problem.residuals,
                start,
                problem.jacobian,
                ftol=1e-15,
                xtol=1e-15,
                gtol=1e-15,
                max_nfev=2000,
                **options,
            )
        except (ValueError, np.linalg.LinAlgError):  # lost among infinities: the next one may not
            continue
        yield np.asarray(found.x)


def _finish(problem: _Problem, p: FloatArray) -> CurveFit:
    """Polish the place that was found, and judge it."""
    p = _polished(problem, p)
    r, (J, size) = problem.residuals(p), _scaled(problem.jacobian(p))
    rss = float(r @ r)
    dof = len(r) - len(p)
    sd = sqrt(rss / dof) if dof else nan
    s = np.linalg.svd(J, compute_uv=False)
    determined = bool(s[-1] > s[0] * 1e-14)
    stderr = np.full(len(p), nan)
    if determined:
        inverse = np.linalg.inv(np.linalg.qr(J)[1])
        stderr = sd * np.sqrt(np.einsum("ij,ij->i", inverse, inverse)) / size
    noise = 1e-10 * float(np.linalg.norm(problem.y / problem.sigma))
    still = float(np.abs(J.T @ r).max()) <= max(_ANGLE * sqrt(rss), noise * 1e-3)
    return CurveFit(p, stderr, rss, bool(still and determined and np.isfinite(rss)), dof)


def _polished(problem: _Problem, p: FloatArray) -> FloatArray:
    """Take Gauss-Newton steps until they shrink no more.

    Near its minimum the sum is flat to eight digits of the parameters; the steps see them all.
    """
    r = problem.residuals(p)
    last = np.inf
    for _ in range(_POLISH):
        J, size = _scaled(problem.jacobian(p))
        step = np.linalg.lstsq(J, -r)[0]
        length = float(np.linalg.norm(step))
        q = p + step / size
        s = problem.residuals(q)
        if not (length < 0.9 * last and s @ s <= (r @ r) * (1 + 1e-9)):
            break
        p, r, last = q, s, length
    return p


def _scaled(J: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return J with columns of length 1, and their lengths."""
    size = np.linalg.norm(J, axis=0)
    size[size == 0] = 1.0
    return J / size, size
