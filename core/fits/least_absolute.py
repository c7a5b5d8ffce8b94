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

import numpy as np
from numpy.typing import ArrayLike

from core.fits.corner_walk import Points, SeenFromLine
from core.fits.optimality import Sides, sides, steepest_turn, turned_exactly, weighted_sum
from core.numerics.exact import ratio
from core.numerics.validation import (
    FloatArray,
    numbers,
    point_vectors,
    require_points,
    used_weights,
)

_STEEP = 1e200
"""Products with steeper slopes may overflow."""


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
    """Fit y = a x + b by least absolute distance, of use when a few points are far off in y.

    Parameters
    ----------
    x, y : shape (n,), n >= 2, x not all equal
    weights : shape (n,), optional
        How often each point counts. Points of weight 0 do not.

    The line is that of ``statsmodels.api.QuantReg(y, [1, x]).fit(0.5)`` and of R's
    ``quantreg::rq``, exactly, where those iterate to some digits. Not for points that are far off
    in x, each of which draws the line to itself here too (see ``core.doubts``); nor where
    standard errors are wanted, which least squares has.

    Raises ValueError or TypeError for data that define no line.

    >>> fit_least_absolute([0, 1, 2, 3, 4], [0, 1, 2, 3, 40])
    LeastAbsoluteFit(slope=1.0, intercept=0.0, objective=36.0, unique=True)
    >>> fit_least_absolute([0, 0, 1, 1], [0, 1, 0, 1]).unique
    False
    """
    points = _points(x, y, weights)
    unit = Points(*map(_unit, points))
    seen = _from_least_squares(unit)
    i, j = seen.walked(int(np.argmin(np.abs(seen.e))))
    turned: set[int] = set()
    while True:
        seen = _from_corner(unit, i, j)
        side = sides(points, seen, i, j)
        turn = steepest_turn(points, side)
        if turn.change >= 0:
            return _result(points, side, (i, j), unique=turn.change > 0)
        i = turn.point
        if i in turned:  # rounding hides the way down: no more of it
            j = turned_exactly(points, i)
        else:
            turned.add(i)
            i, j = seen.walked(i)


def _points(x: ArrayLike, y: ArrayLike, weights: ArrayLike | None) -> Points:
    xs, ys = point_vectors(x, y)
    ws = np.ones(len(xs))
    if weights is not None:
        ws, used = used_weights(weights, x=x, y=y)
        xs, ys = xs[used], ys[used]
    require_points(len(xs), 2, "a line")
    if xs.min() == xs.max():
        raise ValueError(f"all x are equal ({xs[0]}): the slope is not defined; use fit_orthogonal")
    return Points(xs, ys, ws)


def _unit(values: FloatArray) -> FloatArray:
    """Return the values scaled by a power of two to at most 1, so that no product overflows."""
    return np.asarray(np.ldexp(values, -int(np.frexp(np.abs(values).max())[1])))


def _from_least_squares(points: Points) -> SeenFromLine:
    """Return the points seen from the line of least squares: the walk from there is short."""
    x, y = float(points.x.mean()), float(points.y.mean())
    d = points.x - x
    dd = float(d @ d)
    return _from_line(points, (x, y), float(d @ (points.y - y)) / dd if dd > 0 else 0.0)


def _from_corner(points: Points, i: int, j: int) -> SeenFromLine:
    different = points.x[i] != points.x[j]  # after scaling
    slope = ratio(*_slope(points, i, j).as_integer_ratio()) if different else 0.0
    return _from_line(points, (float(points.x[i]), float(points.y[i])), slope)


def _from_line(points: Points, place: tuple[float, float], slope: float) -> SeenFromLine:
    """Return the points seen from a line, or from a level one where that is too steep for it."""
    return SeenFromLine.through(points, place, slope if abs(slope) < _STEEP else 0.0)


def _slope(points: Points, i: int, j: int) -> Fraction:
    x0, x1, y0, y1 = (Fraction(float(v[k])) for v in (points.x, points.y) for k in (i, j))
    return (y1 - y0) / (x1 - x0)


def _result(
    points: Points, side: Sides, corner: tuple[int, int], *, unique: bool
) -> LeastAbsoluteFit:
    slope = _slope(points, *corner)
    x, y = float(points.x[corner[0]]), float(points.y[corner[0]])
    intercept = Fraction(y) - slope * Fraction(x)
    total = weighted_sum(side, points.w)
    rise = weighted_sum(side * points.y, points.w) - Fraction(y) * total
    run = weighted_sum(side * points.x, points.w) - Fraction(x) * total
    return LeastAbsoluteFit(
        slope=ratio(*slope.as_integer_ratio()),
        intercept=ratio(*intercept.as_integer_ratio()),
        objective=ratio(*(rise - slope * run).as_integer_ratio()),
        unique=unique,
        through=(x, y),
    )
