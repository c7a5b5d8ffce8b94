"""Least squares from sums of products: one operation, swept over the columns.

Sweeping Gram's matrix of the columns and of y on each column in its turn solves the normal
equations X'WX beta = X'Wy, inverts X'WX and leaves the residual sum of squares where y'Wy was
(J. H. Goodnight, A tutorial on the SWEEP operator, The American Statistician 33 (1979)). Swept in
80 decimal digits, sums without rounding lose none that a float64 could show; swept in fractions
they lose none at all.
"""

from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

from core.fits.gram import Gram, Integers
from core.numerics.validation import FloatArray


class Solution(NamedTuple):
    """Coefficients, the diagonal of (X'WX)^-1, rss and r^2 (nan when there is nothing to explain).

    The first of the coefficients is the intercept, where there is one.
    """

    beta: FloatArray
    variance: FloatArray
    rss: float
    r_squared: float


class _Numbers(NamedTuple):
    """How to compute: with what numbers, what share of a sum is rounding, what of a column."""

    make: Callable[[int], Any]
    rounding: Any
    dependent: Any


def solve(gram: Gram, *, intercept: bool, exact: bool) -> Solution:
    """Solve for the last column of the table behind ``gram`` in terms of those before it.

    With ``intercept`` the first column is constant. Raises ValueError when a column is a
    combination of those before it: within some roundings, or with ``exact`` to the last bit.
    """
    if exact:
        return _solve(gram, intercept, _Numbers(Fraction, 0, 0))
    with localcontext(Context(prec=80)):
        rounding = Decimal(4 * len(gram.sums) * float(np.finfo(np.float64).eps))
        return _solve(gram, intercept, _Numbers(Decimal, Decimal("1e-60"), rounding**2))


def _solve(gram: Gram, intercept: bool, numbers: _Numbers) -> Solution:
    matrix = np.array([[numbers.make(n) for n in row] for row in gram.sums], dtype=object)
    whole = left = matrix.diagonal()
    sizes = whole
    p = len(matrix) - 1
    for k in range(p):
        if left[k] <= numbers.dependent * sizes[k]:
            raise _dependent_column(k - intercept, intercept)
        matrix = _swept(matrix, k)
        left = matrix.diagonal() * (matrix.diagonal() > numbers.rounding * whole)
        if intercept and k == 0:
            sizes = left
    unit = numbers.make(1 << gram.exponent)
    rss, total = left[p], sizes[p]
    return Solution(
        beta=matrix[:p, p].astype(np.float64),
        variance=(matrix.diagonal()[:p] * unit).astype(np.float64),
        rss=float(rss / unit),
        r_squared=float((total - rss) / total) if total else np.nan,
    )


def _swept(matrix: Integers, k: int) -> Integers:
    """Return the matrix swept on column k: solved for it, with the inverse in its place."""
    pivot = matrix[k, k]
    row, column = matrix[k] / pivot, matrix[:, k].copy()
    swept: Integers = matrix - np.multiply.outer(column, row)
    swept[k], swept[:, k] = row, -column / pivot
    swept[k, k] = 1 / pivot
    return swept


def _dependent_column(column: int, intercept: bool) -> ValueError:
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
