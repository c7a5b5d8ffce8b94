"""The sums behind the line: additive, so that data may come in chunks or from many workers.

The article derives the line from A = sum x^2, B = sum x, C = sum x y, D = sum y and N. Computed
in floating point these sums lose every digit when the data lie far from zero. Here they are exact
ratios of integers: the formulas then hold to the last bit, and adding two `Moments` is adding six
numbers, in any order.
"""

from dataclasses import dataclass
from functools import cached_property
from operator import add, mul
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.numerics.block_sums import power_sums
from core.numerics.exact import Ratio, integers
from core.numerics.validation import (
    FloatArray,
    RealArray,
    real_array,
    require_finite,
    require_same_points,
    weight_vector,
)

_FEW = 64
"""Up to so many points exact integers cost no more time than rounded sums."""

_CHUNK = 65_536
"""So many points are integers at the same time: more would fill the memory."""

_ZERO = Ratio(0)


@dataclass(frozen=True)
class Moments:
    """Weighted sums of x, y and their products, with w = 1 unless weights are given.

    N = sum w, A = sum w x^2, B = sum w x, C = sum w x y, D = sum w y, E = sum w y^2, each an
    exact ratio. ``n`` counts the points of positive weight; no points at all have moments too.

    Add them as the data come, and make the line at the end:

    >>> from core.fits.line import LineFit
    >>> chunks = [([1, 2], [2, 3]), ([], []), ([3, 4], [5, 8])]
    >>> LineFit(sum(Moments.of(x, y) for x, y in chunks)).slope
    2.0
    """

    n: int
    N: Ratio
    A: Ratio
    B: Ratio
    C: Ratio
    D: Ratio
    E: Ratio

    @classmethod
    def of(
        cls,
        x: ArrayLike,
        y: ArrayLike,
        *,
        weights: ArrayLike | None = None,
        exact: bool = False,
    ) -> Self:
        """Return the moments of points x, y, both of shape (n,).

        A few points, or all with ``exact``, are summed without rounding, at half a microsecond
        each, as are integers and squares that float64 cannot hold. Many are summed in blocks (see
        `core.numerics.block_sums`), at a nanosecond or two each.
        """
        xs, ys = real_array(x, "x"), real_array(y, "y")
        require_same_points(x=x, y=y)
        ws = None
        if weights is not None:
            ws = weight_vector(weights, x=x, y=y)
            if not ws.all():
                require_finite(xs, "x")
                require_finite(ys, "y")
                used = ws > 0
                xs, ys, ws = xs[used], ys[used], ws[used]
        sums = None
        if not (exact or len(xs) <= _FEW or _is_wide(xs) or _is_wide(ys)):
            sums = power_sums(xs, ys, ws)
        return cls(len(xs), *(sums or _exact_sums(xs, ys, ws)))

    @property
    def x_mean(self) -> Ratio:
        """The weighted mean of x."""
        return self.B / self.N

    @property
    def y_mean(self) -> Ratio:
        """The weighted mean of y."""
        return self.D / self.N

    @cached_property
    def Sxx(self) -> Ratio:  # noqa: N802  the letters of the formulas
        """The sum of w (x - mean x)^2, A - B^2 / N."""
        return max(self.A - self.B * self.x_mean, _ZERO)

    @cached_property
    def Sxy(self) -> Ratio:  # noqa: N802  the letters of the formulas
        """The sum of w (x - mean x) (y - mean y), C - B D / N."""
        return self.C - self.B * self.y_mean

    @cached_property
    def Syy(self) -> Ratio:  # noqa: N802  the letters of the formulas
        """The sum of w (y - mean y)^2, E - D^2 / N."""
        return max(self.E - self.D * self.y_mean, _ZERO)

    @cached_property
    def rss(self) -> Ratio:
        """The part of Syy that no line explains, Syy - Sxy^2 / Sxx; rounded sums keep it >= 0."""
        return max((self.Sxx * self.Syy - self.Sxy * self.Sxy) / self.Sxx, _ZERO)

    def __add__(self, other: Self) -> Self:
        """Return the moments of both sets of points together."""
        return type(self)(
            n=self.n + other.n,
            N=self.N + other.N,
            A=self.A + other.A,
            B=self.B + other.B,
            C=self.C + other.C,
            D=self.D + other.D,
            E=self.E + other.E,
        )

    def __radd__(self, zero: int) -> Self:
        """Return self, so that ``sum(moments)`` can begin at 0."""
        if zero != 0:
            return NotImplemented
        return self


def _is_wide(values: RealArray) -> bool:
    """Whether these are integers of which float64 would lose the last digits."""
    if values.dtype.kind not in "iu" or values.dtype.itemsize < 8:
        return False
    return int(values.max()) > 2**53 or int(values.min()) < -(2**53)


def _exact_sums(x: RealArray, y: RealArray, weights: FloatArray | None) -> list[Ratio]:
    """Return N, A, B, C, D, E; ValueError where x or y is not finite."""
    totals = [_ZERO] * 6
    try:
        for start in range(0, len(x), _CHUNK):
            part = slice(start, start + _CHUNK)
            w = None if weights is None else weights[part]
            totals = list(map(add, totals, _integer_sums(x[part], y[part], w)))
    except (OverflowError, ValueError):  # infinity or NaN is no integer: say where
        require_finite(x, "x")
        require_finite(y, "y")
        raise
    return totals


def _integer_sums(x: RealArray, y: RealArray, weights: FloatArray | None) -> list[Ratio]:
    X, p = _integers(x)
    Y, q = _integers(y)
    V, v = ([1] * len(X), 1) if weights is None else integers(weights.tolist())
    VX, VY = (X, Y) if weights is None else (list(map(mul, V, X)), list(map(mul, V, Y)))
    return [
        Ratio(sum(V), v),
        Ratio(sum(map(mul, VX, X)), v * p * p),
        Ratio(sum(VX), v * p),
        Ratio(sum(map(mul, VX, Y)), v * p * q),
        Ratio(sum(VY), v * q),
        Ratio(sum(map(mul, VY, Y)), v * q * q),
    ]


def _integers(values: RealArray) -> tuple[list[int], int]:
    if values.dtype.kind in "iu":
        return values.tolist(), 1
    return integers(values.astype(np.float64, copy=False).tolist())
