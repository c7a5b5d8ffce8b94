"""The walk from corner to corner of the sum of absolute residuals, in floating point.

A corner is a line through two of the points. The walk turns the line about one of its points
until the sum stops falling, which is at a weighted median of slopes, and goes on from the point
it meets there (P. Bloomfield & W. L. Steiger, Least Absolute Deviations, 1983). Points are seen
from a line nearby, so that rounding does not hide how far they are from it.
"""

from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from core.numerics.error_free import two_difference, two_product
from core.numerics.validation import FloatArray

_SMALL = 1e-80


class Points(NamedTuple):
    """Points and their weights, shape (n,)."""

    x: FloatArray
    y: FloatArray
    w: FloatArray


class SeenFromLine(NamedTuple):
    """Points as d = x - x0 and e = y - y0 - slope d, each rounded once, with their weights.

    Where ``on_it`` a point is on the line to the last bit; elsewhere it may or may not be.
    """

    d: FloatArray
    e: FloatArray
    w: FloatArray
    on_it: NDArray[np.bool_]
    slope: float

    @classmethod
    def through(cls, points: Points, place: tuple[float, float], slope: float) -> Self:
        """Return the points seen from the line of this slope through a place (x0, y0)."""
        x, y = points.x, points.y
        a = np.full(x.shape, slope)
        d, d_error = two_difference(x, np.full(x.shape, place[0]))
        height, height_error = two_difference(y, np.full(y.shape, place[1]))
        rise, rise_error = two_product(d, a)
        rest, rest_error = two_product(d_error, a)
        first = two_difference(height, rise)
        second = two_difference(height_error, rise_error)
        third = two_difference(second[0], rest)
        e = first[0] + (first[1] + third[0])
        terms = (*first, second[1], *third, rest_error)
        on_it = np.logical_and.reduce([term == 0 for term in terms])
        if any(np.any((np.abs(v) < _SMALL) & (v != 0)) for v in (x, y, np.array([slope]))):
            on_it[:] = False  # what seems to be 0 may have underflowed
        return cls(d, e, points.w, on_it, slope)

    def turned(self, i: int) -> int:
        """Return the point that the line about point i meets where the sum is least.

        sum w |e_k - e_i - a (d_k - d_i)| over a: a weighted median of the slopes to point i.
        """
        run = self.d - self.d[i]
        away = np.flatnonzero(run)
        run = run[away]
        slopes = (self.e[away] - self.e[i]) / run
        order = np.argsort(slopes, kind="stable")
        weight = np.cumsum((self.w[away] * np.abs(run))[order])
        return int(away[order[np.searchsorted(weight, weight[-1] / 2)]])

    def objective(self, i: int, j: int) -> float:
        """Return the sum for the line through points i and j."""
        slope = (self.e[j] - self.e[i]) / (self.d[j] - self.d[i])
        return float(self.w @ np.abs(self.e - self.e[i] - slope * (self.d - self.d[i])))

    def walked(self, i: int) -> tuple[int, int]:
        """Turn about i and then about each new point, as long as the sum falls."""
        j = self.turned(i)
        least = self.objective(i, j)
        while True:
            k = self.turned(j)
            value = self.objective(j, k)
            if not value < least:
                return i, j
            i, j, least = j, k, value
