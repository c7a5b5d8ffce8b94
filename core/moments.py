"""The sums behind the line: additive, so that data may come in chunks or from many workers.

The article derives the line from A = sum x^2, B = sum x, C = sum x y, D = sum y and N. Computed
in floating point these sums lose every digit when the data lie far from zero. Here they are
integers over powers of two: the article's formulas then hold to the last bit, and adding two
`Moments` is adding six numbers, in any order.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from core.exact import integers
from core.validation import (
    RealArray,
    real_array,
    require_finite,
    require_points,
    require_same_points,
    require_weights,
    vector,
)


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
        """Return the moments of points x, y, both of shape (n,)."""
        xs, ys, ws = points(x, y, weights)
        return cls.exactly(xs, ys, ws)

    @classmethod
    def exactly(cls, x: RealArray, y: RealArray, weights: RealArray | None) -> Self:
        """Sum without rounding: about half a microsecond for each point."""
        for array, name in ((x, "x"), (y, "y")):
            require_finite(array, name)
        if weights is not None:
            used = weights > 0
            x, y, weights = x[used], y[used], weights[used]
        X, p = integers(x.astype(np.float64).tolist())
        Y, q = integers(y.astype(np.float64).tolist())
        if weights is None:
            V, v = [1] * len(X), 1
            WX = X
            WY = Y
        else:
            V, v = integers(weights.tolist())
            WX = [w * s for w, s in zip(V, X, strict=True)]
            WY = [w * t for w, t in zip(V, Y, strict=True)]
        return cls(
            n=len(X),
            p=p,
            q=q,
            v=v,
            N=sum(V),
            A=sum([s * t for s, t in zip(WX, X, strict=True)]),
            B=sum(WX),
            C=sum([s * t for s, t in zip(WX, Y, strict=True)]),
            D=sum(WY),
            E=sum([s * t for s, t in zip(WY, Y, strict=True)]),
        )

    def __add__(self, other: Self) -> Self:
        """Return the moments of both sets of points together."""
        p, q, v = max(self.p, other.p), max(self.q, other.q), max(self.v, other.v)
        a, b = self._in_units(p, q, v), other._in_units(p, q, v)
        return type(self)(
            a.n + b.n, p, q, v, a.N + b.N, a.A + b.A, a.B + b.B, a.C + b.C, a.D + b.D, a.E + b.E
        )

    def _in_units(self, p: int, q: int, v: int) -> Self:
        s, t, u = p // self.p, q // self.q, v // self.v
        if s == t == u == 1:
            return self
        return type(self)(
            self.n,
            p,
            q,
            v,
            N=self.N * u,
            A=self.A * u * s * s,
            B=self.B * u * s,
            C=self.C * u * s * t,
            D=self.D * u * t,
            E=self.E * u * t * t,
        )


def points(
    x: ArrayLike, y: ArrayLike, weights: ArrayLike | None
) -> tuple[RealArray, RealArray, RealArray | None]:
    """Return checked arrays of equal length; x and y not yet checked for NaN."""
    xs, ys = real_array(x, "x"), real_array(y, "y")
    if weights is None:
        require_same_points(x=x, y=y)
        require_points(len(xs), 1, "a sum")
        return xs, ys, None
    ws = vector(weights, "weights")
    require_same_points(x=x, y=y, weights=weights)
    require_points(len(xs), 1, "a sum")
    require_weights(ws)
    return xs, ys, ws
