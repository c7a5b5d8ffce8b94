"""Least squares with several variables in rational arithmetic.

The normal equations X'WX beta = X'Wy square the condition of the problem, which costs all digits
in floating point and none in fractions.
"""

from fractions import Fraction
from typing import NamedTuple

import numpy as np

from core.numerics.exact import integers
from core.numerics.validation import FloatArray


class Solution(NamedTuple):
    """Coefficients, the diagonal of (X'WX)^-1, rss and the total sum of squares."""

    beta: FloatArray
    variance: FloatArray
    rss: float
    total: float


def dependent_column(column: int, intercept: bool) -> ValueError:
    """Return the error that names a column of X which the others determine."""
    others = "the intercept and the columns before it" if intercept else "the columns before it"
    if intercept and column == 0:
        others = "the intercept: it is constant"
    if not intercept and column == 0:
        others = "nothing: it is 0"
    return ValueError(
        f"column {column} of X is a combination of {others}; its coefficient is not defined: "
        "leave it out"
    )


def solve_exactly(design: FloatArray, y: FloatArray, w: FloatArray, intercept: bool) -> Solution:
    """Solve for a design of shape (n, p), whose first column is 1 with ``intercept``."""
    columns = [integers(column.tolist()) for column in design.T]
    Y, q = integers(y.tolist())
    W, v = integers(w.tolist())
    p = len(columns)
    WX = [[a * b for a, b in zip(W, X, strict=True)] for X, _ in columns]
    rows = [
        [Fraction(_dot(WX[i], columns[j][0]), v * columns[i][1] * columns[j][1]) for j in range(p)]
        + [Fraction(_dot(WX[i], Y), v * columns[i][1] * q)]
        + [Fraction(int(i == j)) for j in range(p)]
        for i in range(p)
    ]
    moments = [row[p] for row in rows]
    _eliminate(rows, p, intercept)
    beta = [row[p] for row in rows]
    total = Fraction(_dot([a * b for a, b in zip(W, Y, strict=True)], Y), v * q * q)
    rss = total - sum((b * m for b, m in zip(beta, moments, strict=True)), Fraction(0))
    if intercept:
        total -= moments[0] ** 2 / Fraction(sum(W), v)
    return Solution(
        np.array([float(b) for b in beta]),
        np.array([float(rows[j][p + 1 + j]) for j in range(p)]),
        float(rss),
        float(total),
    )


def _dot(a: list[int], b: list[int]) -> int:
    return sum([s * t for s, t in zip(a, b, strict=True)])


def _eliminate(rows: list[list[Fraction]], p: int, intercept: bool) -> None:
    """Turn the first p columns into the identity, in place (Gauss and Jordan).

    The matrix is a Gram matrix: a pivot is 0 only when its column depends on those before it.
    """
    for j in range(p):
        pivot = rows[j][j]
        if not pivot:
            raise dependent_column(j - intercept, intercept)
        rows[j] = [value / pivot for value in rows[j]]
        for i in range(p):
            factor = rows[i][j]
            if i != j and factor:
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[j], strict=True)]
