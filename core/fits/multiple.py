"""Several explanatory variables: the hyperplane y = b + a_1 x_1 + ... + a_k x_k.

Minimised: sum w (y - b - X a)^2. The columns are scaled by powers of two, their sums of products
taken without rounding (`core.fits.gram`), and the normal equations solved with digits to spare
(`core.fits.sweep`): the result is that of the columns as given, to the last digit or the one
before it, even for nearly dependent columns such as powers of x.
"""

from dataclasses import dataclass
from math import nan, sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.fits.gram import add_exactly, add_in_blocks
from core.fits.sweep import Solution, solve
from core.numerics.validation import (
    FloatArray,
    matrix,
    require_points,
    require_same_points,
    used_weights,
    vector,
)

Exponents: TypeAlias = NDArray[np.int32]


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

    Parameters
    ----------
    X : shape (n, k), with at least as many points as coefficients
    y : shape (n,)
    weights : shape (n,), optional
        1 / variance of each y, up to a common factor. Points of weight 0 do not count.
    intercept : whether the plane has an intercept b or passes through the origin.
    exact : sum in rational arithmetic, which holds for values of any range; slow.

    The coefficients are those of ``numpy.linalg.lstsq`` on [1, X], with more digits where columns
    are nearly dependent; the standard errors those of ``statsmodels.api.WLS``. Not for hundreds
    of columns, where the time grows as k^3 microseconds and ``lstsq`` is faster; nor for columns
    that depend on each other, where ``lstsq`` gives the shortest of many solutions.

    Raises ValueError when a column is a combination of others, and says which.

    >>> fit = fit_multiple([[0, 0], [1, 0], [0, 1], [1, 1]], [1, 3, 4, 6])
    >>> fit.coefficients, fit.intercept
    (array([2., 3.]), 1.0)
    """
    table, w = _table(X, y, weights, intercept)
    scales = _exponents(table)
    w_scale = np.zeros((), dtype=np.int32)
    if w is not None:
        w_scale = _exponents(w)
        w = np.ldexp(w, -w_scale)
    gram = (add_exactly if exact else add_in_blocks)(np.ldexp(table, -scales), w)
    solution = solve(gram, intercept=intercept, exact=exact)
    return _fit(solution, intercept, len(table), (scales[:-1], scales[-1], w_scale))


def _table(
    X: ArrayLike, y: ArrayLike, weights: ArrayLike | None, intercept: bool
) -> tuple[FloatArray, FloatArray | None]:
    """Return the columns [1, X, y] or [X, y] and the weights of all points that count."""
    A, z = matrix(X, "X"), vector(y, "y")
    require_same_points(X=X, y=y)
    w = None
    if weights is not None:
        w, used = used_weights(weights, X=X, y=y)
        A, z = A[used], z[used]
    k = A.shape[1]
    if not k:
        raise ValueError(f"X has shape {A.shape}: it needs a column for each variable")
    require_points(len(z), k + intercept, f"a plane of {k + intercept} numbers")
    return np.column_stack([np.ones((len(z), int(intercept))), A, z]), w


def _exponents(values: FloatArray) -> Exponents:
    """Return for each column the power of two that scales it to below 1."""
    return np.asarray(np.frexp(np.abs(values).max(axis=0))[1])


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
        r_squared=s.r_squared,
        n=n,
        dof=dof,
    )
