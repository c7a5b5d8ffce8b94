"""Several explanatory variables: the hyperplane y = b + a_1 x_1 + ... + a_k x_k.

Minimised: sum w (y - b - X a)^2. The columns are scaled by powers of two, centred when there is
an intercept, and factored by Householder QR. Two unknowns, coefficients and residuals, are then
refined together, with errors computed in twice the working precision (A. Bjorck, Iterative
refinement of linear least squares solutions, BIT 7 (1967)): the result is that of the columns as
given, not of their rounded means, even for nearly dependent columns such as powers of x.
"""

from dataclasses import dataclass
from math import nan, sqrt
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import qr, solve_triangular

from core.fits.exact_multiple import Solution, dependent_column, solve_exactly
from core.numerics.error_free import two_difference, two_product, two_sums
from core.numerics.validation import (
    FloatArray,
    matrix,
    require_points,
    require_same_points,
    require_weights,
    vector,
)

Exponents: TypeAlias = NDArray[np.int32]

_REFINEMENTS = 8
_ILL = 1e3
"""Beyond this condition the inverse is refined too, which costs a solution for each column."""


@dataclass(frozen=True)
class MultipleFit:
    """A fitted hyperplane; ``stderr`` belongs to ``coefficients``, both of shape (k,).

    ``r_squared`` compares with the mean of y, or with 0 when there is no intercept. With as many
    coefficients as points the standard errors are nan. Without an intercept it is 0, and so is
    its standard error.
    """

    coefficients: FloatArray
    intercept: float
    stderr: FloatArray
    intercept_stderr: float
    rss: float
    residual_sd: float
    r_squared: float
    n: int
    dof: int

    def predict(self, X: ArrayLike) -> FloatArray:
        """Return the hyperplane at points X of shape (m, k)."""
        return matrix(X, "X") @ self.coefficients + self.intercept


def fit_multiple(
    X: ArrayLike,
    y: ArrayLike,
    *,
    weights: ArrayLike | None = None,
    intercept: bool = True,
    exact: bool = False,
) -> MultipleFit:
    """Fit y = b + X a by least squares.

    ``X`` has shape (n, k), ``y`` and ``weights`` (n,), with at least as many points as
    coefficients. ``exact`` solves the normal equations in rational arithmetic: every digit is
    right, at some milliseconds for ten columns.

    Raises ValueError when a column is a combination of others, and says which.

    >>> fit = fit_multiple([[0, 0], [1, 0], [0, 1], [1, 1]], [1, 3, 4, 6])
    >>> fit.coefficients, fit.intercept
    (array([2., 3.]), 1.0)
    """
    A, z = matrix(X, "X"), vector(y, "y")
    require_same_points(X=X, y=y)
    w = np.ones(len(z))
    if weights is not None:
        w = vector(weights, "weights")
        require_same_points(X=X, y=y, weights=weights)
        require_weights(w)
        used = w > 0
        A, z, w = A[used], z[used], w[used]
    if not A.shape[1]:
        raise ValueError(f"X has shape {A.shape}: it needs a column for each variable")
    require_points(len(z), A.shape[1] + intercept, f"a plane of {A.shape[1] + intercept} numbers")
    if intercept:
        A = np.column_stack([np.ones(len(z)), A])
    scales = _exponents(A), _exponents(z), _exponents(w)
    solve = solve_exactly if exact else _solve
    columns, ys, ws = (np.ldexp(v, -scale) for v, scale in zip((A, z, w), scales, strict=True))
    return _fit(solve(columns, ys, ws, intercept), intercept, len(z), scales)


def _exponents(values: FloatArray) -> Exponents:
    """Return for each column the power of two that scales it to between 1 and 2."""
    return np.asarray(np.frexp(np.abs(values).max(axis=0))[1] - 1)


def _fit(
    s: Solution, intercept: bool, n: int, scales: tuple[Exponents, Exponents, Exponents]
) -> MultipleFit:
    """Give the scaled solution its units back."""
    columns, y, w = scales
    beta = np.ldexp(s.beta, y - columns)
    dof = n - len(beta)
    sd = sqrt(s.rss / dof) if dof else nan
    stderr = np.ldexp(sd * np.sqrt(s.variance), y - columns)
    with np.errstate(over="ignore", under="ignore"):  # rss of huge y is inf, as float64 has it
        rss = float(np.ldexp(s.rss, 2 * y + w))
    return MultipleFit(
        coefficients=beta[intercept:],
        intercept=float(beta[0]) if intercept else 0.0,
        stderr=stderr[intercept:],
        intercept_stderr=float(stderr[0]) if intercept else 0.0,
        rss=rss,
        residual_sd=float(np.ldexp(sd, y) * sqrt(np.ldexp(1.0, w))),
        r_squared=1 - s.rss / s.total if s.total else nan,
        n=n,
        dof=dof,
    )


class _Factors(NamedTuple):
    """QR of the weighted, centred columns; [1, X] T are the centred columns."""

    T: FloatArray
    Q: FloatArray
    R: FloatArray


def _solve(columns: FloatArray, y: FloatArray, w: FloatArray, intercept: bool) -> Solution:
    root = np.sqrt(w)
    factors = _factor(columns, w, intercept)
    p = columns.shape[1]
    beta, r = _refine(columns, root, factors, y, np.zeros(p))
    inverse = factors.T @ solve_triangular(factors.R, np.eye(p))
    variance = np.einsum("ij,ij->i", inverse, inverse)
    if np.linalg.cond(factors.R) > _ILL:
        units = np.eye(p)
        for j in range(p):
            variance[j] = _refine(columns, root, factors, np.zeros(len(y)), -units[j])[0][j]
    middle = (w @ y) / w.sum() if intercept else 0.0
    return Solution(beta, variance, float(r @ r), float(w @ (y - middle) ** 2))


def _factor(columns: FloatArray, w: FloatArray, intercept: bool) -> _Factors:
    T = np.eye(columns.shape[1])
    centred = columns.copy()
    if intercept:
        T[0, 1:] = -(w @ columns[:, 1:]) / w.sum()
        centred[:, 1:] += T[0, 1:]
    spread = np.ldexp(1.0, -_exponents(centred))
    Q, R = qr(centred * spread * np.sqrt(w)[:, np.newaxis], mode="economic")
    _require_rank(R, len(w), intercept)
    return _Factors(T * spread, Q, R)


def _refine(
    columns: FloatArray, root: FloatArray, factors: _Factors, y: FloatArray, c: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return beta and r with r = root (y - columns beta) and columns' root r = c.

    c = 0 makes beta the least-squares solution and r its residuals; y = 0 and c = -e_j make
    beta column j of (X'WX)^-1.
    """
    T, Q, R = factors
    beta, r = np.zeros(len(c)), np.zeros(len(y))
    for _ in range(_REFINEMENTS):
        f = root * _remainder(y, columns, beta, r / root)
        z = solve_triangular(R, T.T @ (c - _products(columns, root * r)), trans="T")
        along = Q.T @ f - z
        change = T @ solve_triangular(R, along)
        beta, r = beta + change, r + f - Q @ along
        if np.all(np.abs(change) <= 1e-17 * np.abs(beta)):
            break
    return beta, r


def _require_rank(R: FloatArray, n: int, intercept: bool) -> None:
    size = np.sqrt(np.einsum("ij,ij->j", R, R))
    tolerance = 4 * max(n, len(R)) * np.finfo(np.float64).eps
    for column, (left, whole) in enumerate(zip(np.abs(np.diag(R)), size, strict=True)):
        if left <= tolerance * whole:
            raise dependent_column(column - intercept, intercept)


def _remainder(y: FloatArray, columns: FloatArray, beta: FloatArray, r: FloatArray) -> FloatArray:
    """Return y - r - columns beta, rounded once."""
    total, error = two_difference(y, r)
    for column, b in zip(columns.T, beta, strict=True):
        product, product_error = two_product(column, np.full(len(column), b))
        total, lost = two_difference(total, product)
        error = error + (lost - product_error)
    return total + error


def _products(columns: FloatArray, r: FloatArray) -> FloatArray:
    """Return columns' r, rounded once."""
    rows = np.ascontiguousarray(columns.T)
    product, error = two_product(rows, np.broadcast_to(r, rows.shape))
    total, lost = two_sums(product)
    return np.asarray(total + (lost + error.sum(axis=1)))
