"""Independent references in rational arithmetic: definitions, not the formulas under test."""

from fractions import Fraction
from itertools import combinations
from math import inf, isqrt, lcm, log10

import numpy as np


def fractions(values):
    return [Fraction(v.item()) for v in np.asarray(values)]


def root(value):
    """Square root of a Fraction to 60 digits."""
    shift = max(0, 400 + value.denominator.bit_length() - value.numerator.bit_length()) // 2
    return Fraction(isqrt((value.numerator << 2 * shift) // value.denominator), 1 << shift)


def integers(values):
    """Return the values as whole numbers, which add quickly, and the unit that these count."""
    values = fractions(values)
    parts = lcm(*(v.denominator for v in values))
    return [v.numerator * (parts // v.denominator) for v in values], Fraction(1, parts)


class Line:
    """Exact least squares by centred sums; standard errors to 60 digits.

    Inside, distances from the mean are W times too long and residuals W q times, so that they are
    whole numbers of their units.
    """

    def __init__(self, x, y, weights=None):
        w, w_unit = integers([1] * len(x) if weights is None else weights)
        (x, x_unit), (y, y_unit) = integers(x), integers(y)
        self.n = sum(v > 0 for v in w)
        W = sum(w)
        mx, my = (Fraction(sum(v * t for v, t in zip(w, z, strict=True)), W) for z in (x, y))
        dx, dy = ([W * t - int(W * m) for t in z] for z, m in ((x, mx), (y, my)))
        sxx, sxy, syy = (
            sum(v * s * t for v, s, t in zip(w, one, other, strict=True))
            for one, other in ((dx, dx), (dx, dy), (dy, dy))
        )
        p, q = Fraction(sxy, sxx).as_integer_ratio()
        residuals = [q * t - p * s for s, t in zip(dx, dy, strict=True)]
        rss = Fraction(sum(v * r * r for v, r in zip(w, residuals, strict=True)), (W * q) ** 2)
        self.slope = Fraction(p, q) * y_unit / x_unit
        self.intercept = my * y_unit - self.slope * mx * x_unit
        self.rss = rss * w_unit * y_unit**2
        self.r_squared = 1 - rss * W**2 / syy if syy else None
        if self.n > 2:
            variance = self.rss / (self.n - 2)
            at_zero = Fraction(1, W) + (W * mx) ** 2 / sxx
            self.residual_sd = root(variance)
            self.slope_stderr = root(variance * W**2 / (sxx * w_unit * x_unit**2))
            self.intercept_stderr = root(variance * at_zero / w_unit)


def least_absolute(x, y, weights):
    """Smallest sum over all lines through two points, and the lines that reach it."""
    x, y, w = fractions(x), fractions(y), fractions(weights)
    best, lines = inf, set()
    for i, j in combinations(range(len(x)), 2):
        if x[i] == x[j]:
            continue
        a = (y[j] - y[i]) / (x[j] - x[i])
        b = y[i] - a * x[i]
        value = sum(v * abs(t - a * s - b) for v, s, t in zip(w, x, y, strict=True))
        if value < best:
            best, lines = value, set()
        if value == best:
            lines.add((a, b))
    return best, lines


def solve(X, y, weights=None):
    """Coefficients of exact least squares for a design X, by Cramer's rule on small systems."""
    X, y = [fractions(row) for row in X], fractions(y)
    w = fractions(weights) if weights is not None else [Fraction(1)] * len(y)
    p = len(X[0])
    G = [
        [sum(v * r[i] * r[j] for v, r in zip(w, X, strict=True)) for j in range(p)]
        for i in range(p)
    ]
    h = [sum(v * r[i] * t for v, r, t in zip(w, X, y, strict=True)) for i in range(p)]
    whole = determinant(G)
    return [
        determinant([[*row[:j], c, *row[j + 1 :]] for row, c in zip(G, h, strict=True)]) / whole
        for j in range(p)
    ]


def determinant(rows):
    if len(rows) == 1:
        return rows[0][0]
    return sum(
        (-1) ** j * rows[0][j] * determinant([[*row[:j], *row[j + 1 :]] for row in rows[1:]])
        for j in range(len(rows))
        if rows[0][j]
    )


def digits(value, truth):
    """Correct digits of a float: 17 when it is the nearest one."""
    value, truth = Fraction(float(value)), Fraction(truth)
    if value == truth or float(value) == float(truth):
        return 17.0
    if not truth:
        return 0.0
    return min(17.0, -log10(float(abs((value - truth) / truth))))
