"""Sums of millions of points at the speed of memory, without losing digits.

Not x and y are summed but d = x - x0 and e = y - (y0 + slope d). About a line that passes close by
the points both are small, and cancellation has nothing left to destroy. Such a line is found on the
way: the first is level and goes through a point of the data, the heaviest, because one weight may
outweigh all others; the next is the best line according to the sums about the one before.
"""

from contextlib import suppress
from math import fsum, isfinite, sqrt
from typing import NamedTuple

import numpy as np

from core.numerics.error_free import two_product, two_sum
from core.numerics.exact import Ratio
from core.numerics.validation import FloatArray, RealArray

_ROW = 8192
"""Points at a time: they fit the cache, and BLAS starts no threads for so few."""

_SAMPLE = 1024
"""Of more points so many, spread over all, give the first line."""

_PASSES = 5

_KEPT = 1e-2
"""A difference of which a hundredth is left has two digits less than its terms."""

_CLOSE = 1e-7
"""Below this share of the spread of y, squares of residuals rounded once lose the 13th digit."""

_BLURRED = 0.1
"""Rounding e is noise: below this share of its standard error an intercept loses a digit."""

_LOST, _INTEGERS = 1e-3, 10_000
"""Below this share of its standard error a slope is rounding; so few points bear integers."""

_MET = 2.0**-200
"""The share of the spread of y that is left where points lie on a line, in doubled precision."""

_SMALLEST, _LARGEST = 1e-200, 1e200
"""Sums of squares between these bounds have suffered neither underflow nor overflow."""

_WHOLE, _EXACT = "bui", 2.0**53
"""Kinds of whole numbers, whose sums have no rounding errors below this bound."""


class Line(NamedTuple):
    """The line through (x, y + y_rest) of slope + slope_rest; a rest is below half a last digit."""

    x: float
    y: float
    slope: float = 0.0
    y_rest: float = 0.0
    slope_rest: float = 0.0


class LineSums(NamedTuple):
    """Sums of w, w d, w e, w d d, w d e, w e e, where d and e are measured from a line."""

    w: float
    d: float
    e: float
    dd: float
    de: float
    ee: float


class Judgement(NamedTuple):
    """What sums about one line say of the best line, and of themselves.

    ``kept``: going over to the best line cancels no more than two digits.
    ``blurred``: the rounding of e shows in the residual sum of squares or in the intercept.
    ``met``: no residuals are left, even in doubled precision.
    ``lost``: the slope is so near 0, by symmetry or chance, that its digits are rounding.
    """

    best: Line
    kept: bool
    blurred: bool
    met: bool = False
    lost: bool = False


def power_sums(
    x: RealArray, y: RealArray, weights: FloatArray | None
) -> tuple[Ratio, Ratio, Ratio, Ratio, Ratio, Ratio] | None:
    """Return the sums of w, w x x, w x, w x y, w y, w y y, without further rounding.

    The points x, y and their weights above 0 have shape (n,). None where float64 does not reach:
    squares beyond 1e200, infinities, NaN, weights that differ by more than its digits, or a slope
    of nothing but rounding.
    """
    n = len(x)
    heaviest = n // 2 if weights is None else int(np.argmax(weights))
    line, doubled = Line(float(x[heaviest]), float(y[heaviest])), False
    whole = weights is None and x.dtype.kind in _WHOLE and y.dtype.kind in _WHOLE
    with np.errstate(all="ignore"), suppress(OverflowError, ValueError):  # infinities in fsum
        if n > _SAMPLE and weights is None and not whole:
            some = slice(None, None, n // _SAMPLE)
            line, _, doubled, *_ = _judge(line, _sums(x[some], y[some], None, line), n)
        for _ in range(_PASSES):
            line = line if doubled else Line(line.x, line.y, line.slope)
            sums = _sums(x, y, weights, line, doubled)
            if not _in_range(sums, line, x, y):
                return None
            best, kept, blurred, met, lost = _judge(line, sums, n)
            if whole and max(sums.dd, sums.ee) < _EXACT:
                return _about_zero(line, sums)
            if (kept or met) if doubled else (kept and not blurred):
                return None if lost and n <= _INTEGERS else _about_zero(line, sums)
            line, doubled, whole = best, doubled or blurred, False
    return None


def _in_range(s: LineSums, line: Line, x: RealArray, y: RealArray) -> bool:
    yy = s.ee + line.slope * line.slope * s.dd
    return (
        isfinite(s.w)
        and (_SMALLEST < s.dd < _LARGEST or bool(x.min() == x.max()))
        and (_SMALLEST < yy < _LARGEST or bool(y.min() == y.max()))
    )


def _judge(line: Line, s: LineSums, n: int) -> Judgement:
    d, e = s.d / s.w, s.e / s.w
    xx, xy = s.dd - d * s.d, s.de - d * s.e
    change = xy / xx if xx > 0 else 0.0
    rss = s.ee - e * s.e - change * xy
    slope, slope_rest = two_sum(line.slope, line.slope_rest + change)
    y, y_rest = two_sum(line.y, line.y_rest + line.slope * d + e)
    best = Line(line.x + d, y, slope, y_rest, slope_rest)
    yy = rss + slope * slope * xx
    if not xx > 0 < yy:  # one x, one y, or sums that cancel to nothing
        return Judgement(best, kept=not (s.dd and s.ee), blurred=False)
    noise = sqrt(yy / n * (1 / s.w + best.x * best.x / xx))
    slope_noise = sqrt(max(rss, 0.0) / n / xx)
    near_origin = abs(y - slope * best.x) < _BLURRED * noise
    return Judgement(
        best,
        kept=xx >= _KEPT * s.dd
        and rss >= _KEPT * s.ee
        and abs(slope) + slope_noise >= _KEPT * abs(line.slope),
        blurred=rss < (_KEPT if near_origin else _CLOSE) * yy,
        met=s.ee <= _MET * yy,
        lost=abs(slope) < _LOST * slope_noise,
    )


def _sums(
    x: RealArray, y: RealArray, weights: FloatArray | None, line: Line, doubled: bool = False
) -> LineSums:
    residuals = _doubled_residuals if doubled else _residuals
    rows = []
    for start in range(0, len(x), _ROW):
        row = slice(start, start + _ROW)
        d, e = residuals(np.asarray(x[row], np.float64), np.asarray(y[row], np.float64), line)
        if weights is None:
            w, wd, we = float(len(d)), d, e
        else:
            w, wd, we = weights[row].sum(), weights[row] * d, weights[row] * e
        # Sums in pairs are 60 times as exact as dot products, which do for residual squares.
        rows.append((w, *map(np.add.reduce, (wd, we, wd * d, wd * e)), we @ e))
    return LineSums(*map(fsum, zip(*rows, strict=True)))


def _residuals(x: FloatArray, y: FloatArray, line: Line) -> tuple[FloatArray, FloatArray]:
    d = x - line.x
    e = y - line.y
    return d, e - line.slope * d if line.slope else e


def _doubled_residuals(x: FloatArray, y: FloatArray, line: Line) -> tuple[FloatArray, FloatArray]:
    """Return d and, rounded once, e: what was rounded off slope x + intercept is subtracted too."""
    slope, rest = np.float64(line.slope), line.slope_rest
    drop, drop_error = two_product(np.float64(line.x), slope)
    intercept, intercept_error = two_sum(np.float64(line.y), -drop)
    intercept_rest = intercept_error - drop_error + line.y_rest - rest * line.x
    rise, rise_error = two_product(x, slope)
    top, top_error = two_sum(rise, intercept)
    return x - line.x, (y - top) - (top_error + (rise_error + rest * x + intercept_rest))


def _about_zero(line: Line, sums: LineSums) -> tuple[Ratio, Ratio, Ratio, Ratio, Ratio, Ratio]:
    """Move the sums from the line to zero: x = d + x0, y = e + slope d + y0."""
    x0, y0, slope, y_rest, slope_rest = map(Ratio.of, line)
    y0, slope = y0 + y_rest, slope + slope_rest
    w, d, e, dd, de, ee = map(Ratio.of, sums)
    # f = e + slope d, the height above y0
    f, df = e + slope * d, de + slope * dd
    ff = ee + slope * (de + df)
    x, y = d + x0 * w, f + y0 * w
    return w, dd + x0 * (d + x), x, df + y0 * d + x0 * y, y, ff + y0 * (f + y)
