"""The sums behind the line: additive, so that data may come in chunks or from many workers.

The article derives the line from A = sum x^2, B = sum x, C = sum x y, D = sum y and N. Computed
in floating point these sums lose every digit when the data lie far from zero. Here they are
integers over powers of two: the article's formulas then hold to the last bit, and adding two
`Moments` is adding six numbers, in any order.
"""

from dataclasses import dataclass
from functools import cached_property
from operator import mul
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.numerics.block_sums import power_sums
from core.numerics.exact import integers
from core.numerics.validation import (
    FloatArray,
    RealArray,
    real_array,
    require_finite,
    require_points,
    require_same_points,
    require_weights,
)

_FEW = 256
"""Up to so many points exact integers cost no more time than rounded sums."""


@dataclass(frozen=True)
class Moments:
    """Weighted sums of x, y and their products, each an integer over a power of two.

    With the units p, q, v (powers of two), and w = 1 for every point unless weights are given:
    N / v = sum w, B / (v p) = sum w x, A / (v p^2) = sum w x^2, C / (v p q) = sum w x y,
    D / (v q) = sum w y, E / (v q^2) = sum w y^2. ``n`` counts the points of positive weight.

    >>> whole = Moments.of([1, 2, 3, 4], [2, 3, 5, 8])
    >>> whole == Moments.of([1, 2], [2, 3]) + Moments.of([3, 4], [5, 8])
    True
    """

    n: int
    p: int
    q: int
    v: int
    N: int
    A: int
    B: int
    C: int
    D: int
    E: int

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
        each. Many are summed in blocks (see `core.numerics.block_sums`), at two nanoseconds each.
        """
        xs, ys, ws = _points(x, y, weights)
        if exact or len(xs) <= _FEW:
            return cls._exactly(xs, ys, ws)
        return cls._in_blocks(xs, ys, ws)

    @classmethod
    def _exactly(cls, x: RealArray, y: RealArray, weights: FloatArray | None) -> Self:
        if weights is not None:
            require_finite(weights, "weights")
            require_finite(x, "x")
            require_finite(y, "y")
            used = weights > 0
            x, y, weights = x[used], y[used], weights[used]
        X, p = _integers(x, "x")
        Y, q = _integers(y, "y")
        if weights is None:
            N, v, VX, VY = len(X), 1, X, Y
        else:
            V, v = integers(weights.tolist())
            N, VX, VY = sum(V), list(map(mul, V, X)), list(map(mul, V, Y))
        return cls(
            n=len(X),
            p=p,
            q=q,
            v=v,
            N=N,
            A=sum(map(mul, VX, X)),
            B=sum(VX),
            C=sum(map(mul, VX, Y)),
            D=sum(VY),
            E=sum(map(mul, VY, Y)),
        )

    @classmethod
    def _in_blocks(cls, x: RealArray, y: RealArray, weights: FloatArray | None) -> Self:
        sums = power_sums(x, y, weights)
        bits = [s.denominator.bit_length() - 1 for s in sums]
        p = max(bits[1], -(-bits[3] // 2))
        q = max(bits[2], -(-bits[5] // 2), bits[4] - p)
        v = bits[0]
        return cls(
            n=len(x) if weights is None else int(np.count_nonzero(weights)),
            p=1 << p,
            q=1 << q,
            v=1 << v,
            N=int(sums.w * (1 << v)),
            A=int(sums.xx * (1 << v + 2 * p)),
            B=int(sums.x * (1 << v + p)),
            C=int(sums.xy * (1 << v + p + q)),
            D=int(sums.y * (1 << v + q)),
            E=int(sums.yy * (1 << v + 2 * q)),
        )

    @cached_property
    def xx(self) -> int:
        """N A - B^2, the denominator of the article: N sum (x - mean)^2, in units of 1 / p^2."""
        return max(self.N * self.A - self.B * self.B, 0)

    @property
    def xy(self) -> int:
        """N C - B D, the numerator of the slope, in units of 1 / (p q)."""
        return self.N * self.C - self.B * self.D

    @property
    def yy(self) -> int:
        """N E - D^2, in units of 1 / q^2."""
        return max(self.N * self.E - self.D * self.D, 0)

    @cached_property
    def unexplained(self) -> int:
        """Xx yy - xy^2: exact sums make it 0 or more, rounded sums only nearly."""
        return max(self.xx * self.yy - self.xy * self.xy, 0)

    def __add__(self, other: Self) -> Self:
        """Return the moments of both sets of points together."""
        p, q, v = max(self.p, other.p), max(self.q, other.q), max(self.v, other.v)
        a, b = self._in_units(p, q, v), other._in_units(p, q, v)
        return type(self)(
            a.n + b.n, p, q, v, a.N + b.N, a.A + b.A, a.B + b.B, a.C + b.C, a.D + b.D, a.E + b.E
        )

    def _in_units(self, p: int, q: int, v: int) -> Self:
        s, t, u = p // self.p, q // self.q, v // self.v
        return type(self)(
            n=self.n,
            p=p,
            q=q,
            v=v,
            N=self.N * u,
            A=self.A * u * s * s,
            B=self.B * u * s,
            C=self.C * u * s * t,
            D=self.D * u * t,
            E=self.E * u * t * t,
        )


def _integers(values: RealArray, name: str) -> tuple[list[int], int]:
    try:
        return integers(values.astype(np.float64, copy=False).tolist())
    except (OverflowError, ValueError):  # infinity or NaN has no ratio: say where
        require_finite(values, name)
        raise


def _points(
    x: ArrayLike, y: ArrayLike, weights: ArrayLike | None
) -> tuple[RealArray, RealArray, FloatArray | None]:
    """Return checked arrays of equal length, not yet checked for NaN."""
    xs, ys = real_array(x, "x"), real_array(y, "y")
    if weights is None:
        require_same_points(x=x, y=y)
        require_points(len(xs), 1, "a sum")
        return xs, ys, None
    ws = real_array(weights, "weights").astype(np.float64, copy=False)
    require_same_points(x=x, y=y, weights=weights)
    require_points(len(xs), 1, "a sum")
    require_weights(ws)
    return xs, ys, ws
