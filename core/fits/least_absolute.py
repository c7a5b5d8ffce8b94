"""The line of least absolute distance: what the article leaves open, solved exactly.

Minimised: sum w |y - (a x + b)|. The sum is convex and piecewise linear in (a, b): a polyhedral
bowl. Its lowest point is a corner, and a corner is a line through two of the points. So the
search walks from corner to corner: it turns the line about one of its points until the sum stops
falling, which is at a weighted median of slopes (P. Bloomfield & W. L. Steiger, Least Absolute
Deviations, 1983). It ends where turning about no point of the line lowers the sum; that test
is done in integers, so neither the optimum nor its uniqueness hangs on rounding.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from operator import mul
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.numerics.exact import integers, ratio
from core.numerics.validation import (
    FloatArray,
    numbers,
    require_points,
    require_same_points,
    require_weights,
    vector,
)


@dataclass(frozen=True)
class LeastAbsoluteFit:
    """A line that minimises ``objective``, the sum of w |y - (a x + b)|.

    When the lowest place is an edge of the bowl, ``unique`` is False and the line is one of its
    ends: every line between the two ends is as good.
    """

    slope: float
    intercept: float
    objective: float
    unique: bool
    through: tuple[float, float] = field(repr=False, compare=False)
    """One of the two points; the line is evaluated from there, not from x = 0."""

    def predict(self, x: ArrayLike) -> FloatArray:
        """Return the line at ``x``, of the shape of ``x``."""
        x0, y0 = self.through
        return y0 + self.slope * (numbers(x, "x") - x0)


def fit_least_absolute(
    x: ArrayLike, y: ArrayLike, *, weights: ArrayLike | None = None
) -> LeastAbsoluteFit:
    """Fit y = a x + b by least absolute distance, of use when a few points are far off.

    ``x``, ``y`` and ``weights`` have shape (n,), with n >= 2 and x not all equal. Points of
    weight 0 do not count. Raises ValueError or TypeError for data that define no line.

    >>> fit_least_absolute([0, 1, 2, 3, 4], [0, 1, 2, 3, 40])
    LeastAbsoluteFit(slope=1.0, intercept=0.0, objective=36.0, unique=True)
    >>> fit_least_absolute([0, 0, 1, 1], [0, 1, 0, 1]).unique
    False
    """
    cloud = _cloud(x, y, weights)
    i = _start(cloud)
    i, j = _walk(cloud, i, _turn(cloud, i))
    turned: set[int] = set()
    while True:
        on_line, slopes = _steepness(cloud, i, j)
        steepest = min(range(len(slopes)), key=slopes.__getitem__)
        if slopes[steepest] >= 0:
            return _result(cloud, i, j, unique=slopes[steepest] > 0)
        i = on_line[steepest]
        if i in turned:  # rounding hides the way down: no more of it
            j = _turn_exactly(cloud, i)
        else:
            turned.add(i)
            i, j = _walk(cloud, i, _turn(cloud, i))


class _Cloud(NamedTuple):
    x: FloatArray
    y: FloatArray
    w: FloatArray
    X: list[int]
    Y: list[int]
    W: list[int]
    p: int
    q: int
    v: int


def _cloud(x: ArrayLike, y: ArrayLike, weights: ArrayLike | None) -> _Cloud:
    xs, ys = vector(x, "x"), vector(y, "y")
    require_same_points(x=x, y=y)
    ws = np.ones(len(xs))
    if weights is not None:
        ws = vector(weights, "weights")
        require_same_points(x=x, y=y, weights=weights)
        require_weights(ws)
        used = ws > 0
        xs, ys, ws = xs[used], ys[used], ws[used]
    require_points(len(xs), 2, "a line")
    if xs.min() == xs.max():
        raise ValueError(f"all x are equal ({xs[0]}): the slope is not defined; use fit_orthogonal")
    W, v = ([1] * len(ws), 1) if weights is None else integers(ws.tolist())
    X, p = integers(xs.tolist())
    Y, q = integers(ys.tolist())
    return _Cloud(_unit(xs), _unit(ys), _unit(ws), X, Y, W, p, q, v)


def _unit(values: FloatArray) -> FloatArray:
    """Return the values scaled by a power of two to at most 1, so that no product overflows."""
    return np.asarray(np.ldexp(values, -int(np.frexp(np.abs(values).max())[1])))


def _start(cloud: _Cloud) -> int:
    """Return the point nearest to the least-squares line: the walk from there is short."""
    d = cloud.x - cloud.x.mean()
    e = cloud.y - cloud.y.mean()
    dd = d @ d
    return int(np.argmin(np.abs(e - (d @ e / dd if dd > 0 else 0.0) * d)))


def _turn(cloud: _Cloud, i: int) -> int:
    """Return the point that the line about point i meets where the sum is least.

    sum w |y_k - y_i - a (x_k - x_i)| over a: a weighted median of the slopes to point i.
    """
    dx = cloud.x - cloud.x[i]
    away = np.flatnonzero(dx)
    slopes = (cloud.y[away] - cloud.y[i]) / dx[away]
    order = np.argsort(slopes, kind="stable")
    weight = np.cumsum((cloud.w[away] * np.abs(dx[away]))[order])
    return int(away[order[np.searchsorted(weight, weight[-1] / 2)]])


def _turn_exactly(cloud: _Cloud, i: int) -> int:
    X, Y = cloud.X, cloud.Y
    away = [k for k in range(len(X)) if X[k] != X[i]]
    away.sort(key=lambda k: Fraction(Y[k] - Y[i], X[k] - X[i]))
    weights = [cloud.W[k] * abs(X[k] - X[i]) for k in away]
    total, below = sum(weights), 0
    for k, weight in zip(away, weights, strict=True):
        below += weight
        if 2 * below >= total:
            return k
    raise AssertionError("the weights add up to their sum")


def _walk(cloud: _Cloud, i: int, j: int) -> tuple[int, int]:
    """Turn about each new point in its turn, as long as the sum falls."""
    least = _objective(cloud, i, j)
    while True:
        k = _turn(cloud, j)
        value = _objective(cloud, j, k)
        if not value < least:
            return i, j
        i, j, least = j, k, value


def _objective(cloud: _Cloud, i: int, j: int) -> float:
    slope = (cloud.y[j] - cloud.y[i]) / (cloud.x[j] - cloud.x[i])
    return float(cloud.w @ np.abs(cloud.y - cloud.y[i] - slope * (cloud.x - cloud.x[i])))


def _sides(cloud: _Cloud, i: int, j: int) -> NDArray[np.int64]:
    """Return for each point whether it lies above (1), on (0) or below (-1) the line, exactly."""
    dx, dy = cloud.x[j] - cloud.x[i], cloud.y[j] - cloud.y[i]
    rise, run = dx * (cloud.y - cloud.y[i]), dy * (cloud.x - cloud.x[i])
    sides: NDArray[np.int64] = np.sign(rise - run).astype(np.int64)
    sides *= 1 if dx > 0 else -1
    X, Y = cloud.X, cloud.Y
    DX, DY = X[j] - X[i], Y[j] - Y[i]
    doubtful = np.abs(rise - run) <= 1e-14 * (np.abs(rise) + np.abs(run)) + 1e-300
    for k in np.flatnonzero(doubtful).tolist():
        cross = (DX * (Y[k] - Y[i]) - DY * (X[k] - X[i])) * (1 if DX > 0 else -1)
        sides[k] = (cross > 0) - (cross < 0)
    return sides


def _steepness(cloud: _Cloud, i: int, j: int) -> tuple[list[int], list[int]]:
    """Return the points on the line and how the sum begins to change when it turns about each.

    Turning by t about x_i changes the residual of point k by -t (x_k - x_i): points off the line
    contribute -side w (x_k - x_i), points on it w |x_k - x_i|, whichever way it turns. The lesser
    of the two ways is returned, exactly, in the units of the integers.
    """
    sides = _sides(cloud, i, j)
    signed = list(map(mul, sides.tolist(), cloud.W))
    G0, G1 = -sum(signed), -sum(map(mul, signed, cloud.X))
    on_line = sorted(np.flatnonzero(sides == 0).tolist(), key=cloud.X.__getitem__)
    W_left = X_left = 0
    W_right = sum(cloud.W[k] for k in on_line)
    X_right = sum(cloud.W[k] * cloud.X[k] for k in on_line)
    slopes = []
    for k in on_line:
        X, W = cloud.X[k], cloud.W[k]
        W_left, X_left, W_right, X_right = W_left + W, X_left + W * X, W_right - W, X_right - W * X
        spread = X * W_left - X_left + X_right - X * W_right
        slopes.append(spread - abs(G1 - X * G0))
    return on_line, slopes


def _result(cloud: _Cloud, i: int, j: int, *, unique: bool) -> LeastAbsoluteFit:
    X, Y, p, q = cloud.X, cloud.Y, cloud.p, cloud.q
    DX, DY = X[j] - X[i], Y[j] - Y[i]
    if DX < 0:
        DX, DY = -DX, -DY
    signed = list(map(mul, _sides(cloud, i, j).tolist(), cloud.W))
    total = sum(signed)
    rise = DX * (sum(map(mul, signed, Y)) - Y[i] * total)
    run = DY * (sum(map(mul, signed, X)) - X[i] * total)
    return LeastAbsoluteFit(
        slope=ratio(DY * p, DX * q),
        intercept=ratio(Y[i] * DX - X[i] * DY, DX * q),
        objective=ratio(rise - run, DX * q * cloud.v),
        unique=unique,
        through=(ratio(X[i], p), ratio(Y[i], q)),
    )
