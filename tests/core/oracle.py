"""Independent references in rational arithmetic: definitions, not the formulas under test."""

from fractions import Fraction
from itertools import combinations
from math import inf, isqrt, log10

import numpy as np


def fractions(values):
    return [Fraction(v.item()) for v in np.asarray(values)]


def root(value):
    """Square root of a Fraction to 60 digits."""
    shift = max(0, 400 + value.denominator.bit_length() - value.numerator.bit_length()) // 2
    return Fraction(isqrt((value.numerator << 2 * shift) // value.denominator), 1 << shift)


class Line:
    """Exact least squares by centred sums; standard errors to 60 digits."""

    def __init__(self, x, y, weights=None):
        x, y = fractions(x), fractions(y)
        w = fractions(weights) if weights is not None else [Fraction(1)] * len(x)
        self.n = sum(v > 0 for v in w)
        W = sum(w)
        mx, my = (sum(v * t for v, t in zip(w, z, strict=True)) / W for z in (x, y))
        sxx = sum(v * (s - mx) ** 2 for v, s in zip(w, x, strict=True))
        sxy = sum(v * (s - mx) * (t - my) for v, s, t in zip(w, x, y, strict=True))
        syy = sum(v * (t - my) ** 2 for v, t in zip(w, y, strict=True))
        self.slope = sxy / sxx
        self.intercept = my - self.slope * mx
        residuals = [t - self.slope * s - self.intercept for s, t in zip(x, y, strict=True)]
        self.rss = sum(v * r * r for v, r in zip(w, residuals, strict=True))
        self.r_squared = 1 - self.rss / syy if syy else None
        if self.n > 2:
            variance = self.rss / (self.n - 2)
            self.residual_sd = root(variance)
            self.slope_stderr = root(variance / sxx)
            self.intercept_stderr = root(variance * (1 / W + mx * mx / sxx))


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
