"""The residual of any line, and how it grows when a line moves away from the best one.

epsilon(a, b) = sum (y - (a x + b))^2 is a paraboloid over the plane of lines. About its lowest
point (a0, b0), with da = a - a0 and db = b - b0,

    epsilon = epsilon0 + sum (da x + db)^2
            = epsilon0 + da^2 sum (x - mean)^2 + n (da mean + db)^2.

Every term is a square, so that epsilon - epsilon0 is never below 0, in floating point either, and
costs the same for ten points as for ten million.
"""

from numpy.typing import ArrayLike

from core.fits.line import LineFit, fit_line
from core.numerics.validation import FloatArray, numbers


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


def _least(fit: LineFit) -> float:
    if fit.rss == 0:
        raise ValueError(
            "the points lie exactly on a line: epsilon0 is 0 and nothing can be relative to it; "
            "use residual"
        )
    return fit.rss


def _excess(fit: LineFit, a: ArrayLike, b: ArrayLike) -> FloatArray:
    da = numbers(a, "a") - fit.slope
    db = numbers(b, "b") - fit.intercept
    at_mean = db + da * fit.x_mean
    return fit.x_sum_of_squares * da * da + fit.n * at_mean * at_mean
