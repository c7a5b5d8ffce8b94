"""The residual of any line, and how it grows when a line moves away from the best one.

epsilon(a, b) = sum (y - (a x + b))^2 is a paraboloid over the plane of lines. About its lowest
point (a0, b0), with da = a - a0 and db = b - b0,

    epsilon = epsilon0 + sum (da x + db)^2
            = epsilon0 + da^2 sum (x - mean)^2 + n (da mean + db)^2.

Every term is a square, so that epsilon - epsilon0 is never below 0, in floating point either, and
costs the same for ten points as for ten million.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.line import LineFit, fit_line
from core.validation import FloatArray


def residual(x: ArrayLike, y: ArrayLike, a: ArrayLike, b: ArrayLike) -> FloatArray:
    """Return epsilon(a, b), the sum of squared residuals, broadcast over a and b.

    >>> residual([0, 1, 2], [1, 3, 5], 2, [1, 2])
    array([0., 3.])
    """
    fit = fit_line(x, y)
    return fit.rss + _excess(fit, a, b)


def relative_residual(x: ArrayLike, y: ArrayLike, a: ArrayLike, b: ArrayLike) -> FloatArray:
    """Return epsilon(a, b) / epsilon0 - 1, never below 0, broadcast over a and b.

    Raises ValueError when the points lie exactly on a line: epsilon0 is 0 then.

    >>> relative_residual([0, 1, 2], [0, 1, 0], 0, [1 / 3, 1])
    array([0., 2.])
    """
    fit = fit_line(x, y)
    return _excess(fit, a, b) / _least(fit)


@dataclass(frozen=True)
class Sweep:
    """Lines on a path through the best one, and the relative residual of each."""

    a: FloatArray
    b: FloatArray
    relative_residual: FloatArray


def slope_sweep(x: ArrayLike, y: ArrayLike, *, height: float = 1.0, steps: int = 101) -> Sweep:
    """Vary the slope at constant intercept until the relative residual reaches ``height``.

    epsilon_rel(a0 + da, b0) = da^2 sum x^2 / epsilon0, which gives the half-width of the sweep.
    """
    fit = fit_line(x, y)
    sum_of_squares = fit.x_sum_of_squares + fit.n * fit.x_mean**2
    return _sweep(fit, height, steps, da=(_least(fit) * height / sum_of_squares) ** 0.5)


def intercept_sweep(x: ArrayLike, y: ArrayLike, *, height: float = 1.0, steps: int = 101) -> Sweep:
    """Vary the intercept at constant slope: epsilon_rel(a0, b0 + db) = n db^2 / epsilon0."""
    fit = fit_line(x, y)
    return _sweep(fit, height, steps, db=(_least(fit) * height / fit.n) ** 0.5)


def _sweep(fit: LineFit, height: float, steps: int, da: float = 0.0, db: float = 0.0) -> Sweep:
    if not height > 0:
        raise ValueError(f"height is {height}: a sweep rises above 0")
    path = np.linspace(-1.0, 1.0, steps)
    return Sweep(fit.slope + da * path, fit.intercept + db * path, height * path * path)


def _least(fit: LineFit) -> float:
    if fit.rss == 0:
        raise ValueError(
            "the points lie exactly on a line: epsilon0 is 0 and nothing can be relative to it; "
            "use residual"
        )
    return fit.rss


def _excess(fit: LineFit, a: ArrayLike, b: ArrayLike) -> FloatArray:
    da = np.asarray(a, dtype=np.float64) - fit.slope
    db = np.asarray(b, dtype=np.float64) - fit.intercept
    at_mean = db + da * fit.x_mean
    return fit.x_sum_of_squares * da * da + fit.n * at_mean * at_mean
