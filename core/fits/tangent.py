"""The linear problem that touches a nonlinear one: residuals r + J step near a place.

Its solution is the step of Gauss and Newton; its matrix gives the standard errors. The columns
of J are scaled to length 1 and factored with r beside them, J / size = Q R and -r = Q z + rest.
"""

from typing import NamedTuple, Self

import numpy as np

from core.numerics.validation import FloatArray


class Tangent(NamedTuple):
    """A place, its n residuals, the linear problem there and the step that solves that."""

    parameters: FloatArray
    n: int
    rss: float
    size: FloatArray
    R: FloatArray
    z: FloatArray
    scaled_step: FloatArray

    @classmethod
    def at(cls, p: FloatArray, r: FloatArray, J: FloatArray) -> Self:
        """Return the tangent at p, where the residuals are r, shape (n,), with derivatives J."""
        k = len(p)
        size = _lengths(J)
        whole = np.asarray(np.linalg.qr(np.vstack([(J / size).T, -r]).T, mode="r"))
        R, z = whole[:k, :k], whole[:k, k]
        return cls(p, len(r), float(r @ r), size, R, z, np.linalg.lstsq(R, z)[0])

    @property
    def step(self) -> FloatArray:
        """The step to the minimum of the linear problem, in units of the parameters."""
        return self.scaled_step / self.size

    @property
    def length(self) -> float:
        """The length of the step, each parameter in the unit that moves the curve by 1."""
        return float(np.linalg.norm(self.scaled_step))

    @property
    def slope(self) -> float:
        """The largest projection of the residuals on a column of J: 0 at a minimum."""
        return float(np.abs(self.R.T @ self.z).max())

    @property
    def axes(self) -> FloatArray:
        """Directions, shape (k, k), the last of them that in which the residuals change least."""
        return np.asarray(np.linalg.svd(self.R)[2] / self.size)

    @property
    def spread(self) -> FloatArray:
        """The roots of the diagonal of (J'J)^-1, nan where J has not full rank."""
        s = np.linalg.svd(self.R, compute_uv=False)
        if not s[-1] > s[0] * 1e-14:
            return np.full(len(self.size), np.nan)
        inverse = np.linalg.inv(self.R)
        return np.asarray(np.linalg.norm(inverse, axis=1) / self.size)


def _lengths(J: FloatArray) -> FloatArray:
    """Return the lengths of the columns, without over- and underflow; 1 for a column of zeros."""
    largest = np.abs(J).max(axis=0)
    largest[largest == 0] = 1.0
    return np.asarray(np.maximum(np.linalg.norm(J / largest, axis=0), 1.0) * largest)


def next_place(taken: list[Tangent]) -> FloatArray:
    """Return where the steps taken so far, were they straight in the parameters, would vanish.

    Steps that shrink slowly, where the curve bends much, then end as soon as others. One alone
    is taken as it is (D. G. Anderson, Journal of the ACM 12 (1965)).
    """
    last, k = taken[-1], len(taken[-1].parameters)
    moves = np.diff([t.parameters for t in taken[-k - 1 :]], axis=0)
    bends = np.diff([t.step for t in taken[-k - 1 :]], axis=0)
    share = np.linalg.lstsq((bends * last.size).T, last.scaled_step)[0]
    return np.asarray(last.parameters + last.step - share @ (moves + bends))
