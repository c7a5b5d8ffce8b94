"""Sums of millions of points at the speed of memory, without losing digits.

The points are read once, in blocks that fit the cache. From each block a provisional line is
subtracted, fitted to a sample, so that the sums that remain are sums of small numbers:
cancellation has nothing left to destroy. Where the provisional line turns out to be too rough, or
the data lie so close to a line that the rounding of y - a x shows, the points are read again.

Rows of 8192 points stay below the size at which BLAS starts threads; one buffer serves all
blocks, because fresh memory costs more than the arithmetic.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import frexp, fsum, isfinite, sqrt
from typing import NamedTuple

import numpy as np

from core.numerics.error_free import two_difference, two_product, two_sums
from core.numerics.validation import FloatArray, RealArray, require_finite

_ROW = 8192
_ROWS = 24
_ONES = np.ones(_ROW // 8)
_SAMPLE = 1024
_PASSES = 4


@dataclass(frozen=True)
class Pivot:
    """A provisional line with slope ``slope`` through (x, y), for data scaled by powers of two."""

    x: np.float64
    y: np.float64
    slope: np.float64
    x_scale: np.float64
    y_scale: np.float64


class Sums(NamedTuple):
    """Sums of w, w d, w e, w d d, w d e, w e e: d = x - pivot, e = y - the provisional line."""

    w: float
    d: float
    e: float
    dd: float
    de: float
    ee: float


class PowerSums(NamedTuple):
    """Sums of w, w x, w y, w x x, w x y, w y y, without further rounding."""

    w: Fraction
    x: Fraction
    y: Fraction
    xx: Fraction
    xy: Fraction
    yy: Fraction


def power_sums(x: RealArray, y: RealArray, weights: FloatArray | None) -> PowerSums:
    """Return the sums of x, y, weights of shape (n,); ValueError where one is not finite."""
    with np.errstate(all="ignore"):  # what overflows here is looked into, not printed
        pivot, sums = _settle(x, y, weights)
    return _about_zero(pivot, sums)


def _settle(x: RealArray, y: RealArray, weights: FloatArray | None) -> tuple[Pivot, Sums]:
    step = -(-len(x) // _SAMPLE)
    xs, ys = x[::step], y[::step]
    pivot = _provisional(xs, ys, _scale(xs), _scale(ys))
    compensated = False
    sums = _sums(x, y, weights, pivot, compensated)
    if not all(abs(s) < 1e200 for s in sums) or min(sums.dd, sums.ee) < 1e-200:
        require_finite(x, "x")
        require_finite(y, "y")
        if weights is not None:
            require_finite(weights, "weights")
        pivot = _level(xs, ys, _scale(x), _scale(y))
        sums = _sums(x, y, weights, pivot, compensated)
    for _ in range(_PASSES):
        better, rough, close = _judge(pivot, sums, len(x))
        if not (rough or (close and not compensated)):
            break
        pivot, compensated = better, compensated or close
        sums = _sums(x, y, weights, pivot, compensated)
    return pivot, sums


def _provisional(x: RealArray, y: RealArray, x_scale: np.float64, y_scale: np.float64) -> Pivot:
    """Return the line of a sample; a level line through a point where the sample has none.

    Where y = 0 is near enough to cost no more than two digits of sums of squares, the pivot lies
    there, and the blocks are spared a subtraction.
    """
    xs, ys = x * x_scale, y * y_scale
    x_mean, y_mean = xs.mean(), ys.mean()
    d = xs - x_mean
    dd = d @ d
    if np.ptp(xs) > 0 and dd > 0:
        slope = d @ (ys - y_mean) / dd
        x_spread, noise = d.std(), (ys - y_mean - slope * d).std()
        if abs(y_mean) <= noise:
            y_mean = np.float64(0)
        elif abs(y_mean) <= 16 * abs(slope) * x_spread:
            x_mean, y_mean = x_mean - y_mean / slope, np.float64(0)
        return Pivot(x_mean, y_mean, slope, x_scale, y_scale)
    return _level(x, y, x_scale, y_scale)


def _level(x: RealArray, y: RealArray, x_scale: np.float64, y_scale: np.float64) -> Pivot:
    return Pivot(x[0] * x_scale, y[0] * y_scale, np.float64(0), x_scale, y_scale)


def _scale(values: RealArray) -> np.float64:
    """Return the power of two that keeps squares of differences from over- and underflow."""
    spread = float(values.max()) - float(values.min())
    size = max(abs(float(values.max())), abs(float(values.min())))
    if 1e-70 < spread < 1e70 and size < 1e100:
        return np.float64(1)
    if not isfinite(spread):
        return np.float64(2.0**-600)
    exponent = frexp(spread or size)[1]
    return np.float64(2.0 ** min(-exponent, 1000))


def _judge(pivot: Pivot, s: Sums, n: int) -> tuple[Pivot, bool, bool]:
    """Return a better pivot, whether this one was too rough, and whether rounding would show.

    The rounding of y - a x is 1e-16 of the spread of y. It shows in rss when the residuals are
    below 1e-3 of that spread (less for many points, whose roundings average), in a slope whose
    correlation is as weak as the noise of n roundings, and in an intercept that is small beside
    the two terms it is the difference of.
    """
    d, e = s.d / s.w, s.e / s.w
    dd = s.dd - s.d * d
    if dd <= 0:
        return pivot, False, False
    change = (s.de - s.d * e) / dd
    rss = max(s.ee - s.e * e - change * change * dd, 0.0)
    slope = float(pivot.slope) + change
    if abs(slope) < 1e-8 * abs(change):  # nothing but rounding: begin again from a level line
        slope = 0.0
    x = float(pivot.x) + d
    y = float(pivot.y) + float(pivot.slope) * d + e
    better = Pivot(np.float64(x), np.float64(y), np.float64(slope), pivot.x_scale, pivot.y_scale)
    rough = dd < s.dd / 300 or rss < s.ee / 300
    y_spread = sqrt((rss + slope * slope * dd) / s.w)
    x_spread = sqrt(dd / s.w)
    tolerated = max(sqrt(n), n / 400)  # a second reading of few points costs little
    intercept = y - slope * x
    close = (
        rss <= 1e-6 * min(1, 1000 / n) * (rss + slope * slope * dd)
        or y_spread > tolerated * abs(slope) * x_spread
        or y_spread * (1 + abs(x) / x_spread) > tolerated * abs(intercept)
    )
    return better, rough, close


def _sums(
    x: RealArray, y: RealArray, weights: FloatArray | None, pivot: Pivot, compensated: bool
) -> Sums:
    rows = 1 if compensated else _ROWS
    subtract = _subtract_exactly if compensated else _subtract
    row_sums = _row_sums_exactly if compensated else _row_sums
    scratch = np.empty((4, rows, _ROW))
    parts: list[FloatArray] = []
    for block, m, width in _blocks(len(x), rows):
        d, e, wd, we = (part[:m, :width] for part in scratch)
        xb, yb = x[block].reshape(m, width), y[block].reshape(m, width)
        subtract(xb, yb, pivot, out=(d, e, wd))
        if weights is None:
            w = np.full(m, float(width))
            wd, we = d, e
        else:
            wb = weights[block].reshape(m, width)
            np.multiply(wb, d, out=wd)
            np.multiply(wb, e, out=we)
            w = np.add.reduce(wb, axis=1)
        parts.append(row_sums(w, d, e, wd, we))
    return Sums(*(_total(values) for values in np.concatenate(parts, axis=1).tolist()))


def _row_sums(
    w: FloatArray, d: FloatArray, e: FloatArray, wd: FloatArray, we: FloatArray
) -> FloatArray:
    sums = np.empty((6, len(w)))
    sums[0] = w
    sums[1] = _totals(wd)
    np.vecdot(wd, d, out=sums[3])
    np.vecdot(wd, e, out=sums[4])
    np.vecdot(we, e, out=sums[5])
    sums[2] = _totals(we)
    return sums


def _totals(rows: FloatArray) -> FloatArray:
    """Return the sum of each row: eight products with ones are faster than ``np.add.reduce``."""
    m, width = rows.shape
    if width != _ROW:
        return np.asarray(np.add.reduce(rows, axis=1))
    return np.asarray((rows.reshape(m, 8, _ROW // 8) @ _ONES).sum(axis=1))


def _row_sums_exactly(
    w: FloatArray, d: FloatArray, e: FloatArray, wd: FloatArray, we: FloatArray
) -> FloatArray:
    """Return sums and their remainders; those of squares lose nothing and have none."""
    de, de_error = two_product(wd, e)
    remainder = np.zeros((6, len(w)))
    sums = _row_sums(w, d, e, wd, we)
    for k, terms in ((1, wd), (2, we), (4, de)):
        sums[k], remainder[k] = two_sums(terms)
    remainder[4] += de_error.sum(axis=1)
    return np.concatenate([sums, remainder], axis=1)


def _total(values: list[float]) -> float:
    try:
        return fsum(values)
    except (OverflowError, ValueError):  # infinities: the caller looks for their cause
        return float("nan")


def _blocks(n: int, rows: int) -> Iterator[tuple[slice, int, int]]:
    """Yield slices of the points with the shape of each: full rows first, then the rest."""
    full = n // _ROW
    for first in range(0, full, rows):
        last = min(first + rows, full)
        yield slice(first * _ROW, last * _ROW), last - first, _ROW
    if n % _ROW:
        yield slice(full * _ROW, n), 1, n % _ROW


def _subtract(
    x: RealArray, y: RealArray, pivot: Pivot, out: tuple[FloatArray, FloatArray, FloatArray]
) -> None:
    d, e, spare = out
    if pivot.x_scale != 1:
        x = x * pivot.x_scale
    if pivot.y_scale != 1:
        y = y * pivot.y_scale
    np.subtract(x, pivot.x, out=d)
    np.multiply(d, pivot.slope, out=e)
    if pivot.y:
        y = np.subtract(y, pivot.y, out=spare)
    np.subtract(y, e, out=e)


def _subtract_exactly(
    x: RealArray, y: RealArray, pivot: Pivot, out: tuple[FloatArray, FloatArray, FloatArray]
) -> None:
    """Round e once, where `_subtract` rounds it four times."""
    dx, dx_error = two_difference(x * pivot.x_scale, np.full(x.shape, pivot.x))
    dy, dy_error = two_difference(y * pivot.y_scale, np.full(y.shape, pivot.y))
    rise, rise_error = two_product(dx, np.full(x.shape, pivot.slope))
    difference, error = two_difference(dy, rise)
    out[0][:] = dx
    out[1][:] = difference + (error + (dy_error - rise_error - pivot.slope * dx_error))


def _about_zero(pivot: Pivot, sums: Sums) -> PowerSums:
    """Move the sums from the provisional line to zero, in rational arithmetic.

    With d = x - p and e = y - q - a d: x = d + p, y = e + a d + q.
    """
    p, q, a = (Fraction(float(v)) for v in (pivot.x, pivot.y, pivot.slope))
    w, d, e, dd, de, ee = map(Fraction, sums)
    x = Fraction(float(pivot.x_scale))
    y = Fraction(float(pivot.y_scale))
    return PowerSums(
        w=w,
        x=(d + p * w) / x,
        y=(e + a * d + q * w) / y,
        xx=(dd + 2 * p * d + p * p * w) / x**2,
        xy=(de + a * dd + q * d + p * (e + a * d + q * w)) / (x * y),
        yy=(ee + a * a * dd + q * q * w + 2 * (a * de + q * e + a * q * d)) / y**2,
    )
