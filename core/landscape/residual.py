"""The residual of any line, and how it grows when a line moves away from the best one.

epsilon(a, b) = sum (y - (a x + b))^2 is a paraboloid over the plane of lines. A line that leaves
the best one by a tilt and, at the mean of x, by a shift has

    epsilon = epsilon0 + tilt^2 sum (x - mean)^2 + n shift^2,

with tilt = a - a0 and shift = b - b0 + tilt mean. Every term is a square, so that
epsilon - epsilon0 is never below 0, in floating point either, and costs the same for ten points
as for ten million.
"""

from typing import TypeVar

from numpy.typing import ArrayLike

from core.fits.line import LineFit, fit_line
from core.numerics.validation import FloatArray, numbers

Values = TypeVar("Values", float, FloatArray)


def residual(x: ArrayLike, y: ArrayLike, a: ArrayLike, b: ArrayLike) -> FloatArray:
    """Return epsilon(a, b), the sum of squared residuals, broadcast over a and b.

    Equal to ``((y - (a * x + b)) ** 2).sum()``, which makes an array of every pair of line and
    point and loses digits where x is far from zero. For weights see `core.fits.line.LineFit.rss`.

    >>> residual([0, 1, 2], [1, 3, 5], 2, [1, 2])
    array([0., 3.])
    """
    fit = fit_line(x, y)
    return fit.rss + excess(fit, *moved(fit, a, b))


def relative_residual(x: ArrayLike, y: ArrayLike, a: ArrayLike, b: ArrayLike) -> FloatArray:
    """Return epsilon(a, b) / epsilon0 - 1, never below 0, broadcast over a and b.

    Raises ValueError when the points lie exactly on a line: epsilon0 is 0 then.

    >>> relative_residual([0, 1, 2], [0, 1, 0], 0, [1 / 3, 1])
    array([0., 2.])
    """
    fit = fit_line(x, y)
    return relative_excess(fit, *moved(fit, a, b))


def moved(fit: LineFit, a: ArrayLike, b: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return tilt and shift of the lines (a, b) against the best one."""
    tilt = numbers(a, "a") - fit.slope
    return tilt, numbers(b, "b") - fit.intercept + tilt * fit.x_mean


def excess(fit: LineFit, tilt: Values, shift: Values) -> Values:
    """Return epsilon - epsilon0 of a line with this tilt and shift."""
    return fit.x_sum_of_squares * tilt * tilt + fit.n * shift * shift


def relative_excess(fit: LineFit, tilt: Values, shift: Values) -> Values:
    """Return epsilon / epsilon0 - 1; ValueError when the points lie exactly on a line."""
    if fit.rss == 0:
        raise ValueError(
            "the points lie exactly on a line: epsilon0 is 0 and nothing can be relative to it; "
            "use residual"
        )
    return excess(fit, tilt, shift) / fit.rss
